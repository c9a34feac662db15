// What is archived: the rows that were archived themselves, and the sessions that are so with a folder.
import { parentOf, pathOf } from '@/shared/api/rows'
import type { Folder, Sidebar, SidebarSession } from '@/shared/api/types'

export interface Archived {
  row: Folder | SidebarSession
  path: string
  /** Sessions that lie in an archived folder, at any depth. */
  inside: SidebarSession[]
}

/** Archived rows that lie in no archived folder themselves, by name. */
export function listArchived({ folders, sessions }: Pick<Sidebar, 'folders' | 'sessions'>): Archived[] {
  const known = new Map(folders.map(folder => [folder.id, folder]))
  const found = new Map<string, Archived>()
  /** The topmost archived folder from here up. */
  const shut = (id: string | null) => pathOf(known, id).find(folder => folder.archived)
  const add = (row: Folder | SidebarSession) => {
    const path = pathOf(known, parentOf(row)).map(folder => folder.name)
    found.set(row.id, { row, path: path.join(' / '), inside: [] })
  }
  for (const row of [...folders, ...sessions]) if (row.archived && !shut(parentOf(row))) add(row)
  for (const session of sessions) {
    const folder = shut(session.folder_id)
    if (folder) found.get(folder.id)?.inside.push(session)
  }
  return [...found.values()].sort((one, other) => one.row.name.localeCompare(other.row.name))
}
