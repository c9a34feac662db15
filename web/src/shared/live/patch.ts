// What a message of the live stream changes in the query cache: one pure function.
import {
  addBatch,
  type Change,
  changeGeneration,
  isEnded,
  putFolder,
  putGeneration,
  putSession,
  type Read,
} from '@/shared/api/facts'
import { keys } from '@/shared/api/keys'
import { growLineage, putReplay } from '@/shared/api/lineage-news'
import { showBatch, showPicture } from '@/shared/api/news'
import { putOrganised, takeDeleted } from '@/shared/api/organised'
import type { Batch, Draft, Session } from '@/shared/api/types'
import type { Message, MessageOf } from './messages'

/** The changes that `message` brings to what `read` shows; the same message twice changes nothing more. */
export function patch(read: Read, message: Message): Change[] {
  switch (message.kind) {
    case 'Hello':
    case 'ImageUploaded':
      return []
    case 'Reset':
      return [{ key: [], stale: true }]
    case 'SessionCreated':
      return putSession(read, message.session)
    case 'SessionChanged':
      return putSession(read, message.session, false)
    case 'Organised':
      return putOrganised(read, message)
    case 'ReferencesChanged':
      return [{ key: keys.references(message.session_id), stale: true }]
    case 'TrashDeleted':
      return takeDeleted(read, message.ids)
    case 'ReplayAdvanced':
      return putReplay(read, message.replay)
    case 'EnginesChanged':
      return [keys.engines, keys.models].map(key => ({ key, stale: true }))
    case 'FolderCreated':
      return putFolder(read, message.folder)
    case 'DraftSaved':
      return putDraft(read, message)
    case 'BatchStarted':
      return [
        ...addBatch(read, message.batch),
        ...showBatch(read, message.batch),
        { key: keys.session(message.batch.session_id), stale: true }, // its counts and settings
        ...usedBy(message.batch),
      ]
    case 'GenerationProgressed':
      return changeGeneration(read, message.session_id, message.batch_id, message.generation_id, known => {
        if (isEnded(known.status)) return known // progress may be overtaken by the end
        return { ...known, status: message.status, progress: message.progress, stage: message.stage }
      })
    case 'GenerationPreviewed': {
      const shown = (read(keys.preview(message.generation_id)) as number | null | undefined) ?? -1
      return message.n > shown ? [{ key: keys.preview(message.generation_id), value: message.n }] : []
    }
    case 'GenerationFinished':
      return [
        ...putGeneration(read, message.generation),
        ...showPicture(read, message.generation),
        ...growLineage(read, message.generation.session_id),
      ]
    case 'GenerationStarted':
    case 'GenerationRequeued':
    case 'GenerationFailed':
    case 'GenerationCancelled':
    case 'GenerationInterrupted':
    case 'GenerationCancelRequested':
      return putGeneration(read, message.generation)
    default:
      return [] // a newer server may say more than this page knows
  }
}

/** How often the references of a new batch were used has changed, wherever they are listed. */
function usedBy({ session_id, references }: Batch): Change[] {
  if (!references.length) return []
  const uses = references.map(({ image_id }) => ({ key: keys.uses(image_id), stale: true as const }))
  return [{ key: keys.references(session_id), stale: true }, ...uses]
}

function putDraft(read: Read, { session_id, draft }: MessageOf<'DraftSaved'>): Change[] {
  if (session_id === null) {
    const known = read(keys.draft) as Draft | null | undefined
    return known && known.revision >= draft.revision ? [] : [{ key: keys.draft, value: draft }]
  }
  const session = read(keys.session(session_id)) as Session | undefined
  if (!session || (session.draft && session.draft.revision >= draft.revision)) return []
  return [{ key: keys.session(session_id), value: { ...session, draft } }]
}
