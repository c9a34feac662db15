// What of a batch is shown: pictures that are away, or that the filters leave out, are not.
import { admitsGeneration, type Filters } from '@/shared/api/filters'
import type { Batch } from '@/shared/api/types'

const seen = new WeakMap<Batch, { filters: Filters; shown: Batch }>()

/** The same batch stays the same, so that it is not drawn anew. */
export function shownIn(batch: Batch, filters: Filters): Batch {
  if (batch.generations.every(made => admitsGeneration(filters, made))) return batch
  const known = seen.get(batch)
  if (known?.filters === filters) return known.shown
  const shown = { ...batch, generations: batch.generations.filter(made => admitsGeneration(filters, made)) }
  seen.set(batch, { filters, shown })
  return shown
}
