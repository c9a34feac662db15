// What the composer is filled with when a batch or a picture is used again.
import type { Batch, Model, NewDraft, Reference, Reuse } from '@/shared/api/types'

export interface Again {
  draft: Partial<NewDraft>
  /** Sentences about what is no longer there. */
  gone: string[]
}

/** The whole batch: its prompt and settings, without the models that no engine offers now. */
export function batchAgain(batch: Batch, models: Model[], sayGone: (model: string) => string): Again {
  const there = batch.models.filter(id => models.some(model => model.id === id))
  const gone = batch.models.filter(id => !there.includes(id))
  const { prompt, ratio, images_per_model, options } = batch
  const references = batch.references.map(one => ({ ...one, role: (one.role ?? null) as Reference['role'] }))
  return {
    draft: { prompt, ratio, images_per_model, options, references, ...(there.length && { models: there }) },
    gone: gone.map(sayGone),
  }
}

/** One picture, with its seed, as the server recalls it. */
export function pictureAgain({ batch, missing }: Reuse): Again {
  const lost = new Set(missing.map(({ field }) => field))
  const models = batch.models.filter((_, at) => !lost.has(`models.${at}`))
  const { prompt, ratio, images_per_model, options, references } = batch
  return {
    draft: { prompt, ratio, images_per_model, options, references, ...(models.length && { models }) },
    gone: missing.map(({ reason }) => reason),
  }
}
