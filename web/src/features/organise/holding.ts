// What lies in folders, counted for the question before they go to the trash.
import { withDescendants } from '@/shared/api/rows'
import type { Sidebar } from '@/shared/api/types'

export interface Holding {
  folders: number
  sessions: number
}

/** How many folders and sessions lie under these, themselves not counted. */
export function holdingOf(sidebar: Sidebar, ids: readonly string[]): Holding {
  const chosen = new Set(ids)
  const inside = withDescendants(
    sidebar,
    sidebar.folders.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
  )
  const counts = (rows: { id: string }[]) => rows.filter(({ id }) => inside.has(id) && !chosen.has(id)).length
  return { folders: counts(sidebar.folders), sessions: counts(sidebar.sessions) }
}
