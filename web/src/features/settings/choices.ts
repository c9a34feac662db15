// What can be added: the kinds of engines, and the hosts and programs they know.
import type { EngineKind } from '@/shared/api/types'
import { fieldsOfSchema } from '@/shared/forms/schema'

/** A kind, or a known host of one, as a person picks it. */
export interface Choice {
  key: string
  kind: EngineKind
  name: string
  /** What a person must have for it. */
  words: string
  home: string
  values: Record<string, unknown>
}

/** One choice for each kind that has settings, and one for each host that it knows. */
export function choicesOf(kinds: EngineKind[]): Choice[] {
  return kinds
    .filter(kind => kind.reason !== null || hasSettings(kind))
    .flatMap(kind => {
      const { name, description: words, needs, home } = kind
      const known = kind.presets.map(preset => ({
        key: `${kind.kind}/${preset.id}`,
        kind,
        name: preset.name,
        words: preset.needs || needs,
        home: preset.home || home,
        values: preset.values,
      }))
      const itself = { key: kind.kind, kind, name, words: needs || words, home, values: {} }
      return known.some(choice => choice.name === name) ? known : [itself, ...known]
    })
}

/** Whether a kind has anything to set. */
export function hasSettings(kind: EngineKind): boolean {
  return fieldsOfSchema(kind.schema).length > 0
}
