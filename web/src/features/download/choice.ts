// The choice of format that is offered again the next time.
import type { Format, ToPack } from '@/shared/api/downloads'
import type { Asks } from '@/shared/lib/asks'

export interface Choice {
  format: Format
  metadata: boolean
}

export const FORMATS: readonly Format[] = ['original', 'png', 'jpeg', 'webp']
export const USUAL: Choice = { format: 'original', metadata: true }

/** A kept choice, mended where it is none. */
export function choiceOf(kept: unknown): Choice {
  const { format, metadata } = (kept ?? {}) as Partial<Choice>
  return {
    format: FORMATS.find(one => one === format) ?? USUAL.format,
    metadata: metadata ?? USUAL.metadata,
  }
}

/** The one picture that is wanted; null when it is several. */
export function onlyOne({ imageIds, batchIds, sessionId }: Asks['download']): string | null {
  const one = imageIds?.length === 1 && !batchIds?.length && !sessionId
  return one ? (imageIds[0] ?? null) : null
}

/** What to ask the server to pack. */
export function toPack({ imageIds, batchIds, sessionId }: Asks['download'], choice: Choice): ToPack {
  if (imageIds?.length) return { image_ids: imageIds, ...choice }
  if (batchIds?.length) return { batch_ids: batchIds, ...choice }
  return { ...(sessionId && { session_id: sessionId }), ...choice }
}
