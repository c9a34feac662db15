// How one new fact changes what the query cache holds: pure functions from what is read to a list of changes.
import type { InfiniteData } from '@tanstack/react-query'
import { keys } from './keys'
import type {
  Batch,
  Generation,
  Page,
  Session,
  Sidebar,
  SidebarFolder,
  SidebarSession,
  Status,
} from './types'

export type Key = readonly unknown[]

/** What lies under a key, undefined when nothing was read yet; and all there is below one. */
export interface Read {
  (key: Key): unknown
  under?: (key: Key) => (readonly [Key, unknown])[]
}

/** Put a value under a key, or ask the server anew for everything under it. */
export type Change = { key: Key; value: unknown } | { key: Key; stale: true }

export type Batches = InfiniteData<Page<Batch>, string | null>

const ENDED: ReadonlySet<Status> = new Set<Status>(['complete', 'failed', 'cancelled', 'interrupted'])

/** Whether nothing more will happen to a generation by itself. */
export function isEnded(status: Status): boolean {
  return ENDED.has(status)
}

/**
 * A session's line, new or changed; an older version than the known one changes nothing. What the sidebar does
 * not know lies in the trash, unless it is `fresh`.
 */
export function putSession(read: Read, session: SidebarSession | Session, fresh = true): Change[] {
  const changes: Change[] = []
  const line = lineOf(session)
  const sidebar = read(keys.sidebar) as Sidebar | undefined
  if (sidebar) {
    const at = sidebar.sessions.findIndex(known => known.id === line.id)
    const known = sidebar.sessions[at]
    if (!known) {
      if (fresh)
        changes.push({ key: keys.sidebar, value: { ...sidebar, sessions: [line, ...sidebar.sessions] } })
    } else if (known.version <= line.version) {
      changes.push({ key: keys.sidebar, value: { ...sidebar, sessions: sidebar.sessions.with(at, line) } })
    }
  }
  const whole = read(keys.session(line.id)) as Session | undefined
  if (whole && whole.version <= line.version) {
    const counts = { ...whole.counts, images: line.images }
    changes.push({ key: keys.session(line.id), value: { ...whole, ...line, counts } })
  }
  return changes
}

/** A folder, new or changed. */
export function putFolder(read: Read, folder: SidebarFolder): Change[] {
  const sidebar = read(keys.sidebar) as Sidebar | undefined
  if (!sidebar) return []
  const known = sidebar.folders.find(({ id }) => id === folder.id)
  if (known && known.version > folder.version) return []
  const others = sidebar.folders.filter(other => other !== known)
  return [{ key: keys.sidebar, value: { ...sidebar, folders: [...others, folder] } }]
}

/** A batch: replaces the known one, or goes before all that are older. */
export function addBatch(read: Read, batch: Batch): Change[] {
  const key = keys.batches(batch.session_id)
  const known = read(key) as Batches | undefined
  const chunks = replaceBatch(read, key, batch)
  if (!known) return chunks
  const found = known.pages.some(page => page.items.some(item => item.id === batch.id))
  const pages = known.pages.map((page, at) => {
    if (found) return { ...page, items: page.items.map(item => (item.id === batch.id ? batch : item)) }
    return at === 0 ? { ...page, items: [batch, ...page.items] } : page
  })
  return [{ key, value: { ...known, pages } }, ...chunks]
}

function replaceBatch(read: Read, key: Key, batch: Batch): Change[] {
  return (read.under?.(key) ?? []).flatMap(([chunk, value]) => {
    const items = (value as { items?: Batch[] } | undefined)?.items
    if (!items?.some(({ id }) => id === batch.id)) return []
    return [{ key: chunk, value: { items: items.map(item => (item.id === batch.id ? batch : item)) } }]
  })
}

/** A generation as it stands now. */
export function putGeneration(read: Read, made: Generation): Change[] {
  const changes = changeGeneration(read, made.session_id, made.batch_id, made.id, () => made)
  if (isEnded(made.status) || made.status === 'queued') {
    if (read(keys.preview(made.id)) != null) changes.push({ key: keys.preview(made.id), value: null })
  }
  return changes
}

/** Changes one generation where a loaded page shows it; the same value back changes nothing. */
export function changeGeneration(
  read: Read,
  sessionId: string,
  batchId: string,
  generationId: string,
  change: (known: Generation) => Generation,
): Change[] {
  const changes: Change[] = []
  const key = keys.batches(sessionId)
  const known = read(key) as Batches | undefined
  for (const [p, page] of known?.pages.entries() ?? []) {
    const items = changedItems(page.items, batchId, generationId, change)
    if (!known || !items) continue
    changes.push({ key, value: { ...known, pages: known.pages.with(p, { ...page, items }) } })
    break
  }
  for (const [chunk, value] of read.under?.(key) ?? []) {
    const page = value as { items?: Batch[] } | undefined
    const items = page?.items && changedItems(page.items, batchId, generationId, change)
    if (items) changes.push({ key: chunk, value: { ...page, items } })
  }
  return changes
}

/** These batches with one generation changed; null when it is not among them or stays the same. */
function changedItems(
  batches: Batch[],
  batchId: string,
  generationId: string,
  change: (known: Generation) => Generation,
): Batch[] | null {
  const b = batches.findIndex(item => item.id === batchId)
  const batch = batches[b]
  const g = batch?.generations.findIndex(item => item.id === generationId) ?? -1
  const before = batch?.generations[g]
  if (!batch || !before) return null
  const after = change(before)
  if (after === before) return null
  return batches.with(b, { ...batch, generations: batch.generations.with(g, after) })
}

/** The sidebar's part of a session. */
function lineOf(session: SidebarSession | Session): SidebarSession {
  const { id, folder_id, order, name, cover, working, unseen, failed, images } = session
  const { colour, emoji, pinned, archived, referenced, models, modified_at, version } = session
  return {
    ...{ id, folder_id, order, name, cover, working, unseen, failed, images },
    ...{ colour, emoji, pinned, archived, referenced, models, modified_at, version },
  }
}
