// From flat lists of folders and sessions to a tree: children in order, marks rolled up to folders.
import type { Sidebar, SidebarFolder, SidebarSession } from '@/shared/api/types'

export const ROOT = 'root'

export interface Marks {
  working: number
  unseen: number
  failed: number
}

interface Place {
  id: string
  name: string
  /** The folder it stands in, or ROOT. */
  parent: string
  pinned: boolean
  /** Itself, or with a folder above it. */
  archived: boolean
  /** Milliseconds; a folder's is that of the newest in it. */
  modified: number
}

export interface FolderRow extends Place {
  kind: 'folder'
  folder: SidebarFolder
  /** Sessions in it at any depth, archived ones not. */
  count: number
  marks: Marks
}

export interface SessionRow extends Place {
  kind: 'session'
  session: SidebarSession
}

export type Row = FolderRow | SessionRow

export interface Tree {
  rows: ReadonlyMap<string, Row>
  /** Ids of the children of a folder (or ROOT): folders and sessions together, in order. */
  children: ReadonlyMap<string, readonly string[]>
}

export const NOTHING: Tree = { rows: new Map(), children: new Map() }

/** Builds the tree. What names a folder that is not there stands at the root; a circle is cut there too. */
export function buildTree({ folders, sessions }: Pick<Sidebar, 'folders' | 'sessions'>): Tree {
  const rows = new Map<string, Row>()
  const known = new Map(folders.map(folder => [folder.id, folder]))
  const lists = new Map<string, { id: string; order: string }[]>()
  const place = (id: string, order: string, parent: string) => {
    const list = lists.get(parent)
    if (list) list.push({ id, order })
    else lists.set(parent, [{ id, order }])
  }

  for (const folder of folders) {
    const { id, name, pinned } = folder
    const parent = isRooted(folder, known) ? (folder.parent_id ?? ROOT) : ROOT
    const marks = { working: 0, unseen: 0, failed: 0 }
    const modified = createdAt(id)
    const archived = isPutAway(folder, known)
    rows.set(id, { kind: 'folder', id, name, parent, pinned, archived, modified, folder, count: 0, marks })
    place(id, folder.order, parent)
  }
  for (const session of sessions) {
    const { id, name, pinned, folder_id } = session
    const above = folder_id === null ? undefined : rows.get(folder_id)
    const parent = above?.id ?? ROOT
    const archived = session.archived || (above?.archived ?? false)
    const modified = session.modified_at
    rows.set(id, { kind: 'session', id, name, parent, pinned, archived, modified, session })
    place(id, session.order, parent)
    if (!archived) rollUp(rows, session, parent)
  }

  const children = new Map<string, readonly string[]>()
  for (const [parent, list] of lists) {
    list.sort(byOrder)
    children.set(
      parent,
      list.map(({ id }) => id),
    )
  }
  return { rows, children }
}

function rollUp(rows: ReadonlyMap<string, Row>, session: SidebarSession, parent: string): void {
  for (let row = rows.get(parent); row?.kind === 'folder'; row = rows.get(row.parent)) {
    row.count += 1
    row.marks.working += session.working
    row.marks.unseen += session.unseen
    row.marks.failed += session.failed
    row.modified = Math.max(row.modified, session.modified_at)
  }
}

/** The folders above a row, nearest first. */
export function foldersAbove({ rows }: Tree, id: string): string[] {
  const above: string[] = []
  for (let up = rows.get(id)?.parent; up !== undefined && up !== ROOT; up = rows.get(up)?.parent)
    above.push(up)
  return above
}

/** Whether a row is the folder `id` or lies under it at any depth. */
export function isUnder({ rows }: Tree, row: string, id: string): boolean {
  for (let at: string | undefined = row; at !== undefined; at = rows.get(at)?.parent)
    if (at === id) return true
  return false
}

/** When a row was made, in milliseconds: the first 48 bits of its id. */
export function createdAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) || 0
}

/** What is pinned, in the order of the tree. */
export function pinnedRows(tree: Tree): Row[] {
  const pinned: Row[] = []
  const walk = (parent: string) => {
    for (const id of tree.children.get(parent) ?? []) {
      const row = tree.rows.get(id)
      if (row?.pinned && !row.archived) pinned.push(row)
      if (row?.kind === 'folder') walk(id)
    }
  }
  walk(ROOT)
  return pinned
}

/** The order of the server: by order key, sign by sign; ids settle what is equal. */
function byOrder(one: { id: string; order: string }, other: { id: string; order: string }): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1
  return one.id < other.id ? -1 : 1
}

type Folders = ReadonlyMap<string, SidebarFolder>

function isRooted(folder: SidebarFolder, known: Folders): boolean {
  const seen = new Set([folder.id])
  let up = folder.parent_id
  while (up !== null) {
    if (seen.has(up)) return false
    seen.add(up)
    const parent = known.get(up)
    if (!parent) return up !== folder.parent_id
    up = parent.parent_id
  }
  return true
}

function isPutAway(folder: SidebarFolder, known: Folders): boolean {
  const seen = new Set<string>()
  let at: SidebarFolder | undefined = folder
  while (at && !seen.has(at.id)) {
    if (at.archived) return true
    seen.add(at.id)
    at = at.parent_id === null ? undefined : known.get(at.parent_id)
  }
  return false
}
