// Which act Ctrl-Z takes back, and which one Shift-Ctrl-Z does again.
import type { Act } from './types'

/** The newest act that stands; `acts` come newest first. */
export function nextUndo(acts: readonly Act[]): Act | null {
  return acts.find(({ state }) => state === 'done') ?? null
}

/** The undone act that follows the newest one that stands; where none does, the newest undone one. */
export function nextRedo(acts: readonly Act[]): Act | null {
  const done = acts.findIndex(({ state }) => state === 'done')
  const since = done < 0 ? acts : acts.slice(0, done)
  return (
    since.findLast(({ state }) => state === 'undone') ?? acts.find(({ state }) => state === 'undone') ?? null
  )
}
