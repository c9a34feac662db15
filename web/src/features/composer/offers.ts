// What the chosen models offer together, and the reasons for what they lack.
import type { Model } from '@/shared/api/types'
import { MOST_MODELS } from './draft'

export const RATIOS = ['1:1', '4:3', '3:4', '16:9', '9:16', '2:3', '3:2'] as const

/** Which of the chosen models lack a ratio, as a sentence, or null when none does. */
export function lacksRatio(ratio: string, models: Pick<Model, 'name' | 'ratios'>[]): string | null {
  const lacking = models.filter(model => !model.ratios.includes(ratio)).map(model => model.name)
  if (!lacking.length) return null
  return `${list(lacking)} ${lacking.length === 1 ? 'does' : 'do'} not offer ${ratio}`
}

/** The first ratio that all chosen models offer, in the order they are shown. */
export function sharedRatio(models: Pick<Model, 'name' | 'ratios'>[]): string | null {
  return RATIOS.find(ratio => !lacksRatio(ratio, models)) ?? null
}

/** Why a model cannot be added now, or null when it can. */
export function cannotAdd(id: string, chosen: string[]): string | null {
  if (chosen.includes(id) || chosen.length < MOST_MODELS) return null
  return `A batch takes at most ${MOST_MODELS} models. Take one off first.`
}

/** Whether a model answers to what was typed: every word occurs in its name, engine or description. */
export function answersTo(
  query: string,
  model: Pick<Model, 'name' | 'engine_name' | 'description'>,
): boolean {
  const text = `${model.name} ${model.engine_name} ${model.description}`.toLocaleLowerCase()
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** “A”, “A and B”, “A, B and C”. */
export function list(names: string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}
