// Rows of the sidebar by their place: what lies under a folder, and order keys until the server gives its own.
import type { Folder, Sidebar, SidebarSession } from './types'

export type Rows = Pick<Sidebar, 'folders' | 'sessions'>

/** These ids and those of everything under them. */
export function withDescendants({ folders, sessions }: Rows, ids: Iterable<string>): Set<string> {
  const all = new Set(ids)
  const parents = new Map(folders.map(({ id, parent_id }) => [id, parent_id]))
  const known = new Map<string, boolean>()
  const isUnder = (start: string | null): boolean => {
    const way: string[] = []
    let at: string | null | undefined = start
    let found = false
    while (at != null && !way.includes(at)) {
      const answer: boolean | undefined = all.has(at) || known.get(at)
      if (answer !== undefined && (answer || known.has(at))) {
        found = answer
        break
      }
      way.push(at)
      at = parents.get(at)
    }
    for (const id of way) known.set(id, found)
    return found
  }
  const under = [
    ...folders.filter(({ id, parent_id }) => !all.has(id) && isUnder(parent_id)),
    ...sessions.filter(({ id, folder_id }) => !all.has(id) && isUnder(folder_id)),
  ]
  for (const { id } of under) all.add(id)
  return all
}

/** Those of `ids` that do not lie under another one of them, in their order. */
export function topmost(rows: Rows, ids: readonly string[]): string[] {
  const chosen = new Set(ids)
  const parents = new Map<string, string | null>(rows.folders.map(({ id, parent_id }) => [id, parent_id]))
  const homes = new Map<string, string | null>(rows.sessions.map(({ id, folder_id }) => [id, folder_id]))
  return [...chosen].filter(id => {
    let up = parents.get(id) ?? homes.get(id) ?? null
    for (let steps = 0; up !== null && steps < 100; steps++) {
      if (chosen.has(up)) return false
      up = parents.get(up) ?? null
    }
    return true
  })
}

/** Folders from the root down to the one with this id. */
export function pathOf(folders: ReadonlyMap<string, Folder>, folderId: string | null): Folder[] {
  const path: Folder[] = []
  let at = folderId === null ? undefined : folders.get(folderId)
  while (at && !path.includes(at)) {
    path.unshift(at)
    at = at.parent_id === null ? undefined : folders.get(at.parent_id)
  }
  return path
}

export function parentOf(row: Folder | SidebarSession): string | null {
  return 'parent_id' in row ? row.parent_id : row.folder_id
}

/** Siblings in the order of the server: by key, sign by sign; ids settle what is equal. */
export function byOrder(one: { id: string; order: string }, other: { id: string; order: string }): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

const LOW = '\u0001' // below every sign of the server's keys

/** `count` keys right after `after`, before every key that the server may have given to what follows. */
export function keysAfter(after: string | null, first: string | null, count: number): string[] {
  let start = after
  if (start === null) {
    let marks = 0
    while (first?.[marks] === LOW) marks += 1
    start = LOW.repeat(marks)
  }
  return Array.from({ length: count }, (_, at) => `${start}${LOW}${String(at).padStart(5, '0')}`)
}
