// From flat lists of folders and sessions to a tree: children in order, marks rolled up to folders.
import type { Sidebar, SidebarFolder, SidebarSession } from '@/shared/api/types'

export const ROOT = 'root'

export interface Marks {
  working: number
  unseen: number
  failed: number
}

export interface FolderRow {
  kind: 'folder'
  folder: SidebarFolder
  /** Sessions in it at any depth. */
  count: number
  marks: Marks
}

export interface SessionRow {
  kind: 'session'
  session: SidebarSession
}

export type Row = FolderRow | SessionRow

export interface Tree {
  rows: ReadonlyMap<string, Row>
  /** Ids of the children of a folder (or ROOT): folders and sessions together, in order. */
  children: ReadonlyMap<string, readonly string[]>
}

/** Builds the tree. What names a folder that is not there stands at the root; a circle is cut there too. */
export function buildTree({ folders, sessions }: Pick<Sidebar, 'folders' | 'sessions'>): Tree {
  const rows = new Map<string, Row>()
  const known = new Map(folders.map(folder => [folder.id, folder]))
  const lists = new Map<string, { id: string; order: string }[]>()
  const parents = new Map<string, string>()
  const place = (id: string, order: string, parent: string) => {
    parents.set(id, parent)
    const list = lists.get(parent)
    if (list) list.push({ id, order })
    else lists.set(parent, [{ id, order }])
  }

  for (const folder of folders) {
    rows.set(folder.id, { kind: 'folder', folder, count: 0, marks: { working: 0, unseen: 0, failed: 0 } })
    place(folder.id, folder.order, isRooted(folder, known) ? (folder.parent_id ?? ROOT) : ROOT)
  }
  for (const session of sessions) {
    rows.set(session.id, { kind: 'session', session })
    const parent = session.folder_id !== null && known.has(session.folder_id) ? session.folder_id : ROOT
    place(session.id, session.order, parent)
    for (let up = parents.get(session.id); up && up !== ROOT; up = parents.get(up)) {
      const row = rows.get(up)
      if (row?.kind !== 'folder') break
      row.count += 1
      row.marks.working += session.working
      row.marks.unseen += session.unseen
      row.marks.failed += session.failed
    }
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

/** The folders above a row, nearest first. */
export function foldersAbove(tree: Tree, id: string): string[] {
  const above: string[] = []
  let row = tree.rows.get(id)
  while (row) {
    const up: string | null = row.kind === 'session' ? row.session.folder_id : row.folder.parent_id
    if (up === null || above.includes(up)) break
    row = tree.rows.get(up)
    if (row) above.push(up)
  }
  return above
}

/** Whether both trees show the same rows in the same places; their contents may differ. */
export function isSameShape(one: Tree, other: Tree): boolean {
  if (one.rows.size !== other.rows.size || one.children.size !== other.children.size) return false
  for (const [parent, ids] of one.children) {
    const others = other.children.get(parent)
    if (ids.length !== others?.length || ids.some((id, at) => id !== others[at])) return false
  }
  return true
}

export function nameOf(row: Row): string {
  return row.kind === 'session' ? row.session.name : row.folder.name
}

/** The order of the server: by order key, sign by sign; ids settle what is equal. */
function byOrder(one: { id: string; order: string }, other: { id: string; order: string }): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1
  return one.id < other.id ? -1 : 1
}

function isRooted(folder: SidebarFolder, known: ReadonlyMap<string, SidebarFolder>): boolean {
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
