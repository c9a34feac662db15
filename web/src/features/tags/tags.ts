// Tags of several pictures at once: which there are, on how many, and which are worth suggesting.

import { isSameTag } from '@/shared/api/judging'
import type { Tag } from '@/shared/api/tags'
import type { Image } from '@/shared/api/types'

export const LONGEST = 50
export const MOST = 50

/** A tag as it is kept: one line without spaces around it. */
export function cleanTag(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Every tag of these pictures, with on how many of them it is, in the order in which they are met. */
export function tagsOf(images: readonly Image[]): Tag[] {
  const found: Tag[] = []
  for (const { tags } of images) {
    for (const tag of tags ?? []) {
      const known = found.find(one => isSameTag(one.tag, tag))
      if (known) known.images += 1
      else found.push({ tag, images: 1 })
    }
  }
  return found
}

/** Tags of the session that hold what is being written and are not on all of the pictures, most used first. */
export function suggest(known: readonly Tag[], has: readonly Tag[], count: number, query: string): string[] {
  const wanted = cleanTag(query).toLowerCase()
  const everywhere = has.filter(({ images }) => images === count)
  return known
    .filter(({ tag }) => tag.toLowerCase().includes(wanted))
    .filter(({ tag }) => !everywhere.some(one => isSameTag(one.tag, tag)))
    .sort((one, other) => other.images - one.images || one.tag.localeCompare(other.tag))
    .slice(0, 12)
    .map(({ tag }) => tag)
}
