// What stands in the composer, and the rules by which two tabs and the server agree on it.
import type { NewDraft as Draft, Draft as Kept, Model, Settings } from '@/shared/api/types'

export type { Draft }

/** A composer's copy: `revision` is the one it grew out of, `edited` whether it holds what the server lacks. */
export interface Copy {
  draft: Draft
  revision: number
  edited: boolean
}

export const MOST_MODELS = 4
export const MOST_IMAGES = 4

/** The composer as it was left: its draft, else the session's settings, else the default models, else the first that is ready. */
export function firstDraft(kept: Kept | null, settings: Partial<Settings> | null, ready: Model[]): Draft {
  const known = new Set(ready.map(model => model.id))
  const usual = (settings?.models ?? []).filter(id => known.has(id))
  const chosen = ready.filter(model => model.default).slice(0, MOST_MODELS)
  const first = chosen.length ? chosen : ready.slice(0, 1)
  const fallback = usual.length ? usual : first.map(model => model.id)
  const drafted = (kept?.models ?? []).filter(id => known.has(id) || !ready.length)
  const source = kept?.models.length ? kept : settings
  return {
    prompt: kept?.prompt ?? '',
    models: drafted.length ? drafted.slice(0, MOST_MODELS) : fallback,
    ratio: source?.ratio ?? '1:1',
    images_per_model: Math.min(MOST_IMAGES, Math.max(1, source?.images_per_model ?? 1)),
    options: { ...(source?.options ?? {}) },
    references: kept?.references ?? [],
    ...(kept?.parent && { parent: kept.parent }),
    ...(kept?.enhance && { enhance: kept.enhance }),
  }
}

/** What stands in a composer that knows nothing yet. */
export const BLANK = firstDraft(null, null, [])

/** The copy after the server's contents came in late: what was chosen meanwhile stays, what was typed is put behind. */
export function settle(copy: Copy, loaded: Draft, revision: number): Copy {
  if (!copy.edited) return { draft: loaded, revision, edited: false }
  const chosen = Object.entries(copy.draft).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(BLANK[name as keyof Draft]),
  )
  const options = { ...loaded.options, ...copy.draft.options }
  const [kept, typed] = [loaded.options.negative, copy.draft.options.negative]
  if (typeof kept === 'string' && typeof typed === 'string') options.negative = behind(kept, typed)
  const prompt = behind(loaded.prompt, copy.draft.prompt)
  return { draft: { ...loaded, ...Object.fromEntries(chosen), prompt, options }, revision, edited: true }
}

/** What was typed before the kept text was here, put behind it: no word of either goes. */
export function behind(kept: string, typed: string): string {
  if (!typed.trim()) return kept || typed
  if (!kept.trim()) return typed
  const joined = /\s$/.test(kept) || /^\s*[,.;:!?)]/.test(typed)
  const between = joined ? '' : kept.includes('\n') ? '\n' : ' '
  return kept + between + typed.trimStart()
}

/** The copy after another tab saved; while it holds what the server lacks, the next save merges the two. */
export function hear(copy: Copy, told: Kept): Copy {
  if (told.revision <= copy.revision || copy.edited) return copy
  return { draft: contentsOf(told), revision: told.revision, edited: false }
}

/** Puts what was changed of `sent` since it was sent into what the server made of it. */
export type Rebase = (sent: Draft, kept: Draft, now: Draft) => Draft

/** The copy after `sent` was kept: what others wrote is in it, what was typed meanwhile stays and is unsaved. */
export function saved(copy: Copy, sent: Draft, kept: Kept, rebase: Rebase): Copy {
  if (kept.revision <= copy.revision) return copy
  const theirs = contentsOf(kept)
  const { revision } = kept
  if (sameDraft(copy.draft, theirs)) return { draft: copy.draft, revision, edited: false }
  if (sameDraft(copy.draft, sent)) return { draft: theirs, revision, edited: false }
  const draft = sameDraft(theirs, sent) ? copy.draft : rebase(sent, theirs, copy.draft)
  return { draft, revision, edited: !sameDraft(draft, theirs) }
}

/** A draft without what only the server says of it. */
export function contentsOf(kept: Kept | Draft): Draft {
  const { prompt, models, ratio, images_per_model, options, references } = kept
  const { parent = null, enhance = null } = kept
  return { prompt, models, ratio, images_per_model, options, references, parent, enhance }
}

/** Whether two drafts ask for the same. */
export function sameDraft(one: Draft, other: Draft): boolean {
  return fingerprint(one) === fingerprint(other)
}

/** A text that is equal for equal contents, whatever the order of their options. */
export function fingerprint(draft: Draft): string {
  const options = Object.entries(draft.options).sort(([a], [b]) => (a < b ? -1 : 1))
  const { prompt, models, ratio, images_per_model, references, parent, enhance } = draft
  const referred = references.map(one => [one.image_id, one.role ?? null, one.strength])
  const more = [parent?.image_id, parent?.kind, enhance?.own, enhance?.text, enhance?.in_step]
  return JSON.stringify([prompt, models, ratio, images_per_model, options, referred, ...more])
}
