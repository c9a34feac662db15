// The pictures of a session in the order in which its timeline shows them.

import { admits, type Filters } from '@/shared/api/filters'
import type { Batch, Generation, Image } from '@/shared/api/types'
import { shownBatches } from '@/shared/lib/batches'

export interface Shown {
  image: Image
  generation: Generation
  batch: Batch
}

/** Every finished picture: newest batch first, and within a batch by its place. */
export function picturesOf(batches: Batch[]): Shown[] {
  return shownBatches(batches).flatMap(batch =>
    [...batch.generations]
      .sort((one, other) => one.position - other.position)
      .flatMap(generation => (generation.image ? [{ image: generation.image, generation, batch }] : [])),
  )
}

/** Those that a view with these filters shows, and those that are looked at, whatever was said of them since. */
export function picturesIn(pictures: Shown[], filters: Filters, lookedAt: readonly string[]): Shown[] {
  return pictures.filter(
    ({ image, generation }) => lookedAt.includes(image.id) || admits(filters, image, generation.model),
  )
}

export interface Neighbours {
  index: number
  before: Shown | null
  after: Shown | null
}

/** What lies left and right of a picture; index is -1 when it is not among those loaded. */
export function neighbours(pictures: Shown[], imageId: string): Neighbours {
  const index = pictures.findIndex(shown => shown.image.id === imageId)
  if (index < 0) return { index, before: null, after: null }
  return { index, before: pictures[index - 1] ?? null, after: pictures[index + 1] ?? null }
}
