// What several rows have in common of their looks.
import type { Folder, Sidebar, SidebarSession } from '@/shared/api/types'

type Row = Folder | SidebarSession

/** A colour and an emoji; null is none, undefined where rows differ in it. */
export interface Look {
  colour: string | null | undefined
  emoji: string | null | undefined
}

/** The rows of these ids, folders first. */
export function findRows(
  { folders, sessions }: Pick<Sidebar, 'folders' | 'sessions'>,
  ids: readonly string[],
): Row[] {
  const wanted = new Set(ids)
  return [...folders.filter(({ id }) => wanted.has(id)), ...sessions.filter(({ id }) => wanted.has(id))]
}

/** The look that all of these share: what they differ in stays as it is unless it is chosen anew. */
export function sharedLook(rows: readonly Row[]): Look {
  const [first, ...others] = rows
  if (!first) return { colour: null, emoji: null }
  return {
    colour: others.every(({ colour }) => colour === first.colour) ? first.colour : undefined,
    emoji: others.every(({ emoji }) => emoji === first.emoji) ? first.emoji : undefined,
  }
}
