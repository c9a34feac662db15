// Where folders, sessions and pictures can go: pure lists for the pickers.
import { byOrder, pathOf, topmost, withDescendants } from '@/shared/api/rows'
import type { Folder, Sidebar, SidebarSession } from '@/shared/api/types'
import { pickBest } from '@/shared/lib/fuzzy'

export const DEEPEST = 32

/** A place to go to; `id` null is the top level. */
export interface Place {
  id: string | null
  name: string
  /** Names of the folders above it. */
  path: string[]
  row: Folder | SidebarSession | null
  /** Why it cannot be chosen, null when it can. */
  refusal: 'here' | 'itself' | 'deep' | null
}

/** Every folder in the order of the tree, the top level first; impossible ones say why. */
export function folderPlaces(sidebar: Sidebar, ids: readonly string[]): Place[] {
  const known = new Map(sidebar.folders.map(folder => [folder.id, folder]))
  const moving = new Set(topmost(sidebar, ids))
  const inside = withDescendants({ folders: sidebar.folders, sessions: [] }, moving)
  const homes = new Set([
    ...sidebar.folders.filter(({ id }) => moving.has(id)).map(({ parent_id }) => parent_id),
    ...sidebar.sessions.filter(({ id }) => moving.has(id)).map(({ folder_id }) => folder_id),
  ])
  const home = homes.size === 1 ? [...homes][0] : undefined
  const tall = heightOf(sidebar.folders, moving)
  const judge = (id: string | null, depth: number): Place['refusal'] => {
    if (id !== null && inside.has(id)) return 'itself'
    if (tall > 0 && depth + tall > DEEPEST) return 'deep'
    return id === home ? 'here' : null
  }
  const places: Place[] = [{ id: null, name: '', path: [], row: null, refusal: judge(null, 0) }]
  for (const folder of inTreeOrder(sidebar.folders)) {
    const path = pathOf(known, folder.parent_id).map(({ name }) => name)
    const { id, name } = folder
    places.push({ id, name, path, row: folder, refusal: judge(id, path.length + 1) })
  }
  return places
}

/** Every session but the one the pictures lie in, last worked on first. */
export function sessionPlaces(sidebar: Sidebar, from: string | null): Place[] {
  const known = new Map(sidebar.folders.map(folder => [folder.id, folder]))
  return sidebar.sessions
    .filter(({ id }) => id !== from)
    .sort((one, other) => other.modified_at - one.modified_at)
    .map(row => ({
      id: row.id,
      name: row.name,
      path: pathOf(known, row.folder_id).map(({ name }) => name),
      row,
      refusal: null,
    }))
}

/** The places that fit what is typed, best first; all of them while nothing is. */
export function findPlaces(places: readonly Place[], query: string, rootName: string): Place[] {
  if (query.trim() === '') return [...places]
  return pickBest(places, query, place => (place.id === null ? rootName : place.name), 200)
}

/** The next place up or down, round at the ends; without one to begin at, the first or the last. */
export function stepPlace(
  places: readonly Place[],
  from: Place | undefined,
  step: number,
): Place | undefined {
  const at = from ? places.indexOf(from) : -1
  if (at < 0) return step > 0 ? places[0] : places.at(-1)
  return places[(at + step + places.length) % places.length]
}

/** How many folders lie under one another in what moves; 0 for sessions alone. */
function heightOf(folders: readonly Folder[], moving: ReadonlySet<string>): number {
  const children = childrenOf(folders)
  const height = (id: string, depth: number): number =>
    depth > 2 * DEEPEST
      ? 0
      : 1 + Math.max(0, ...(children.get(id) ?? []).map(child => height(child.id, depth + 1)))
  return Math.max(0, ...folders.filter(({ id }) => moving.has(id)).map(({ id }) => height(id, 0)))
}

function childrenOf(folders: readonly Folder[]): Map<string | null, Folder[]> {
  const children = new Map<string | null, Folder[]>()
  for (const folder of folders) {
    const list = children.get(folder.parent_id)
    if (list) list.push(folder)
    else children.set(folder.parent_id, [folder])
  }
  for (const list of children.values()) list.sort(byOrder)
  return children
}

function inTreeOrder(folders: readonly Folder[]): Folder[] {
  const children = childrenOf(folders)
  const sorted: Folder[] = []
  const walk = (parent: string | null) => {
    for (const folder of children.get(parent) ?? []) {
      sorted.push(folder)
      walk(folder.id)
    }
  }
  walk(null)
  return sorted
}
