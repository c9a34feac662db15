// What of something that was asked for goes into the composer, and what that changes field by field.
import type { Missing, NewDraft, Parent, Reference, Reuse } from '@/shared/api/types'
import type { Part } from './asks'

export const PARTS = ['all', 'prompt', 'settings', 'references', 'seed'] as const satisfies readonly Part[]

/** One field of the composer that would change. */
export type Change =
  | { field: 'prompt'; now: string; next: string }
  | { field: 'enhance'; now: string; next: null }
  | { field: 'models'; now: string[]; next: string[] }
  | { field: 'ratio'; now: string; next: string }
  | { field: 'images_per_model'; now: number; next: number }
  | { field: 'option'; name: string; now: unknown; next: unknown }
  | { field: 'references'; now: Reference[]; next: Reference[] }
  | { field: 'parent'; now: Parent | null; next: Parent | null }

type Options = NewDraft['options']

/** The part of it that can be had again; fields that are not in it stay as they are. */
export function taken(now: NewDraft, { batch, missing }: Reuse, part: Part): Partial<NewDraft> {
  const lost = new Set(missing.map(({ field }) => field))
  const models = batch.models.filter((_, at) => !lost.has(`models.${at}`))
  const known = entries(batch.options).filter(([name]) => !lost.has(`options.${name}`))
  const options: Options = Object.fromEntries(known)
  const settings: Partial<NewDraft> = {
    ...(models.length > 0 && { models }),
    ...(!lost.has('ratio') && { ratio: batch.ratio }),
    images_per_model: batch.images_per_model,
  }
  switch (part) {
    case 'prompt':
      return { prompt: batch.prompt, enhance: null }
    case 'settings':
      return { ...settings, options: withSeed(options, now.options.seed) }
    case 'references':
      return { references: batch.references }
    case 'seed':
      return { options: withSeed(now.options, options.seed) }
    case 'all':
      return {
        ...settings,
        prompt: batch.prompt,
        enhance: null,
        options,
        references: batch.references,
        parent: batch.parent ?? null,
      }
  }
}

/** The fields that differ when a part of it goes into the composer. */
export function changes(now: NewDraft, part: Partial<NewDraft>): Change[] {
  const found: Change[] = []
  const after = { ...now, ...part }
  if (after.prompt !== now.prompt) found.push({ field: 'prompt', now: now.prompt, next: after.prompt })
  if (now.enhance && !after.enhance) found.push({ field: 'enhance', now: now.enhance.text, next: null })
  if (!same(now.models, after.models)) found.push({ field: 'models', now: now.models, next: after.models })
  if (after.ratio !== now.ratio) found.push({ field: 'ratio', now: now.ratio, next: after.ratio })
  if (after.images_per_model !== now.images_per_model) {
    const field = 'images_per_model'
    found.push({ field, now: now.images_per_model, next: after.images_per_model })
  }
  const names = new Set([...entries(now.options), ...entries(after.options)].map(([name]) => name))
  for (const name of [...names].sort(byRank)) {
    const [before, later] = [optionOf(now.options, name), optionOf(after.options, name)]
    if (!same(before, later)) found.push({ field: 'option', name, now: before, next: later })
  }
  if (!same(now.references.map(told), after.references.map(told))) {
    found.push({ field: 'references', now: now.references, next: after.references })
  }
  const [parent, later] = [now.parent ?? null, after.parent ?? null]
  if (parent?.image_id !== later?.image_id || parent?.kind !== later?.kind) {
    found.push({ field: 'parent', now: parent, next: later })
  }
  return found
}

/** What of a part is gone for good: the server's reasons, each once. */
export function lostOf(missing: readonly Missing[], part: Part): string[] {
  const of = missing.filter(({ field }) => part === 'all' || partOf(field) === part)
  return [...new Set(of.map(({ reason }) => reason))]
}

function partOf(field: string): Part {
  if (field === 'prompt') return 'prompt'
  if (field === 'options.seed') return 'seed'
  if (field.startsWith('references')) return 'references'
  return field === 'parent' ? 'all' : 'settings'
}

function withSeed(options: Options, seed: unknown): Options {
  const { seed: _, ...others } = options
  return isUnset(seed) ? others : { ...others, seed }
}

/** An option that is empty is one that is not there. */
function entries(options: Options): [name: string, value: unknown][] {
  return Object.entries(options).filter(([, value]) => !isUnset(value))
}

function optionOf(options: Options, name: string): unknown {
  return isUnset(options[name]) ? null : options[name]
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

const RANK = ['seed', 'negative']

function byRank(one: string, other: string): number {
  return RANK.indexOf(other) - RANK.indexOf(one) || (one < other ? -1 : 1)
}

function told({ image_id, role, strength }: Reference): unknown[] {
  return [image_id, role ?? null, strength]
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
