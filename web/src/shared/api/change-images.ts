// Pictures changed wherever they occur in what was read.
import type { Image } from './types'

/** Whatever was read, with these pictures changed wherever they occur; the same value where none does. */
export function changeImages(value: unknown, change: (image: Image) => Image): unknown {
  if (Array.isArray(value)) {
    let changed = false
    const next = value.map(item => {
      const after = changeImages(item, change)
      changed ||= after !== item
      return after
    })
    return changed ? next : value
  }
  if (typeof value !== 'object' || value === null) return value
  if ('sha256' in value && 'thumbhash' in value) return change(value as Image)
  let next: Record<string, unknown> | null = null
  for (const [name, part] of Object.entries(value)) {
    if (typeof part !== 'object' || part === null) continue
    const after = changeImages(part, change)
    if (after === part) continue
    next ??= { ...value }
    next[name] = after
  }
  return next ?? value
}

/** What is read with pictures in it: their first key. */
export const WITH_IMAGES = [
  'batches',
  'images',
  'image',
  'compare',
  'path',
  'prompts',
  'lineage',
  'references',
]
