// What a comparison tells, in the order in which the pictures are shown.
import type { ComparedField, Comparison, Piece } from '@/shared/api/comparisons'

export interface Told {
  fields: ComparedField[]
  /** The prompt of each picture; what differs from the first one of the answer is marked. */
  prompts: { id: string; pieces: Piece[] }[]
  samePrompt: boolean
}

export function inOrder({ items, fields, diffs }: Comparison, order: readonly string[]): Told {
  const places = order.map(id => items.findIndex(({ image }) => image.id === id)).filter(at => at >= 0)
  const prompts = places.flatMap(at => {
    const item = items[at]
    if (!item) return []
    const diff = at === 0 ? null : diffs[at]
    return [{ id: item.image.id, pieces: diff ?? [{ op: 'same' as const, text: item.prompt }] }]
  })
  return {
    // The prompt is told by its words, not as a field.
    fields: fields
      .filter(({ field }) => field !== 'prompt')
      .map(one => ({ ...one, values: places.map(at => one.values[at] ?? null) })),
    prompts,
    samePrompt: items.every(({ prompt }) => prompt === items[0]?.prompt),
  }
}

/** A value of a setting as a person reads it. */
export function valueWords(value: unknown, t: (name: 'none' | 'on' | 'off') => string): string {
  if (value === null || value === undefined || value === '') return t('none')
  if (value === true) return t('on')
  if (value === false) return t('off')
  if (Array.isArray(value))
    return value.length ? value.map(part => valueWords(part, t)).join(', ') : t('none')
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, part]) => part !== null && part !== '')
      .map(([name, part]) => `${name.replace(/_/g, ' ')} ${valueWords(part, t)}`)
      .join(', ')
  }
  return String(value)
}
