// The messages of the live stream.
import type { Replay } from '@/shared/api/lineage-news'
import type {
  Act,
  Batch,
  Draft,
  Generation,
  Image,
  SidebarFolder,
  SidebarSession,
  Status,
} from '@/shared/api/types'

interface OfGeneration {
  generation_id: string
  batch_id: string
  session_id: string
}

export type Message =
  | { number: number; kind: 'Hello' | 'Reset' }
  | { number: number; kind: 'SessionCreated' | 'SessionChanged'; session: SidebarSession }
  | { number: number; kind: 'FolderCreated'; folder: SidebarFolder }
  | { number: number; kind: 'DraftSaved'; session_id: string | null; draft: Draft; client: string | null }
  | { number: number; kind: 'BatchStarted'; batch: Batch }
  | {
      number: number
      kind:
        | 'GenerationStarted'
        | 'GenerationRequeued'
        | 'GenerationFinished'
        | 'GenerationFailed'
        | 'GenerationCancelled'
        | 'GenerationInterrupted'
        | 'GenerationCancelRequested'
      generation: Generation
    }
  | { number: number; kind: 'ImageUploaded'; image: Image }
  | {
      number: number
      kind: 'Organised'
      act: Act
      folders: SidebarFolder[]
      sessions: SidebarSession[]
      gone: string[]
      images: Image[]
      generations: Generation[]
      whole: boolean
    }
  | { number: number; kind: 'ReferencesChanged'; session_id: string }
  | { number: number; kind: 'TrashDeleted'; ids: string[] }
  | { number: number; kind: 'ReplayAdvanced'; replay: Replay }
  | { number: number; kind: 'EnginesChanged'; engines: string[] }
  | ({
      number: null
      kind: 'GenerationProgressed'
      status: Status
      progress: number
      stage: string
    } & OfGeneration)
  | ({ number: null; kind: 'GenerationPreviewed'; n: number } & OfGeneration)

export type MessageKind = Message['kind']
export type MessageOf<Kind extends MessageKind> = Message extends infer One
  ? One extends { kind: infer Of }
    ? Kind extends Of
      ? One
      : never
    : never
  : never

/** A message of the stream; null for what is none. */
export function readMessage(data: string): Message | null {
  try {
    const read: unknown = JSON.parse(data)
    return typeof read === 'object' && read !== null && 'kind' in read ? (read as Message) : null
  } catch {
    return null
  }
}
