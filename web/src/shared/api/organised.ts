// What an act of organising (done, undone or redone) changes in the query cache: pure functions.
import type { Change, Read } from './facts'
import { keys } from './keys'
import { showImages } from './news'
import { withDescendants } from './rows'
import type { Act, Done, Image, Session, Sidebar } from './types'

/** Everything that shows histories, and what grew out of what in them. */
const HISTORIES: Change[] = ['batches', 'shape', 'lineage', 'path'].map(key => ({ key: [key], stale: true }))

type Organised = Omit<Done, 'undo'>

/** The changes that an act brings; rows older than those known change nothing. */
export function putOrganised(read: Read, done: Organised): Change[] {
  const { act, gone, images, generations, whole } = done
  if (!act) return []
  const changes: Change[] = [...putAct(read, act)]
  if (whole) changes.push({ key: keys.sidebar, stale: true })
  else changes.push(...putRows(read, done))
  const isTrash = act.kind === 'trash' || act.kind === 'restore' || act.kind === 'create'
  if (isTrash || whole || gone.length > 0) {
    changes.push({ key: ['session'], stale: true }, { key: keys.trash, stale: true })
  } else changes.push(...putLines(read, done))
  if (images.length > 0 || whole) changes.push(...putImages(read, act, images))
  if (generations.length > 0) changes.push(...HISTORIES)
  changes.push({ key: ['details'], stale: true })
  return changes
}

/** What was deleted for ever is no longer anywhere. */
export function takeDeleted(read: Read, ids: readonly string[]): Change[] {
  const changes: Change[] = [
    { key: keys.trash, stale: true },
    { key: keys.acts, stale: true }, // what touched it can no longer be undone
  ]
  for (const id of ids) if (read(keys.session(id))) changes.push({ key: keys.session(id), stale: true })
  return [...changes, ...HISTORIES]
}

/** Rows put into the sidebar, and what is gone taken out with all that lies in it. */
function putRows(read: Read, { folders, sessions, gone }: Organised): Change[] {
  const sidebar = read(keys.sidebar) as Sidebar | undefined
  if (!sidebar) return []
  const left = gone.length ? withDescendants(sidebar, gone) : new Set<string>()
  for (const { id } of [...folders, ...sessions]) left.delete(id) // it was saved from a folder that is gone
  const value = {
    ...sidebar,
    folders: merge(sidebar.folders, folders, left),
    sessions: merge(sidebar.sessions, sessions, left),
  }
  return [{ key: keys.sidebar, value }]
}

function merge<Row extends { id: string; version: number }>(
  known: Row[],
  rows: readonly Row[],
  left: ReadonlySet<string>,
): Row[] {
  const fresh = new Map(rows.map(row => [row.id, row]))
  const kept: Row[] = []
  for (const row of known) {
    const next = fresh.get(row.id)
    fresh.delete(row.id)
    if (!left.has(row.id)) kept.push(next && next.version >= row.version ? next : row)
  }
  return [...kept, ...fresh.values()]
}

/** The same for sessions that are open. */
function putLines(read: Read, { sessions }: Organised): Change[] {
  return sessions.flatMap(line => {
    const known = read(keys.session(line.id)) as Session | undefined
    if (!known || known.version > line.version) return []
    const counts = { ...known.counts, images: line.images }
    return [{ key: keys.session(line.id), value: { ...known, ...line, counts } }]
  })
}

function putImages(read: Read, act: Act, images: readonly Image[]): Change[] {
  // Only these take pictures elsewhere; all others change them where they are.
  if (['move', 'copy', 'duplicate', 'create'].includes(act.kind) || images.length === 0) return HISTORIES
  return showImages(read, act, images)
}

/** An act as it stands now; a new one drops those that were undone. */
function putAct(read: Read, act: Act): Change[] {
  const acts = read(keys.acts) as Act[] | undefined
  if (!acts) return []
  const known = acts.some(({ id }) => id === act.id)
  if (!known && act.state !== 'done') return [] // older than those that are shown
  const value = known
    ? acts.map(one => (one.id === act.id ? act : one))
    : [act, ...acts.map((one): Act => (one.state === 'undone' ? { ...one, state: 'dropped' } : one))]
  return [{ key: keys.acts, value: value.slice(0, 50) }]
}
