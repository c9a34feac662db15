// What Generate sends of a draft: the enhanced text while there is one, with the person's later words in it.
import type { Model, NewBatch, Reference } from '@/shared/api/types'
import type { Draft } from './draft'
import { carry } from './enhance-diff'
import { knownOptions } from './schema'
import { lacksRole, mostOf, type Taker } from './takes'

/** The prompt that is sent: the assistant's with the person's edits since, or what stands in the box. */
export function promptOf({ prompt, enhance }: Pick<Draft, 'prompt' | 'enhance'>): string {
  return enhance && prompt.trim() ? carry(enhance.own, enhance.text, prompt) : prompt
}

/** The body of POST /batches for a draft. */
export function orderOf(draft: Draft, models: Model[], sessionId: string | null): NewBatch {
  const { ratio, images_per_model, references, parent } = draft
  return {
    session_id: sessionId,
    prompt: promptOf(draft),
    models: models.map(model => model.id),
    ratio,
    images_per_model,
    options: knownOptions(draft.options, models),
    references,
    ...(parent && { parent }),
  }
}

/** The references as far as the chosen models take them: the first ones, without roles they do not know. */
export function mended(references: Reference[], models: Taker[]): Reference[] {
  return references
    .slice(0, mostOf(models))
    .map(one => (one.role && lacksRole(one.role, models) ? { ...one, role: null } : one))
}
