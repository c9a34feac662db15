// What news changes in the lineage and in the replays that were read: pure functions.
import type { Change, Read } from './facts'
import type { components } from './schema'

/** `closed` is one that the person has taken off the list: late news of it must not bring it back. */
export type Replay = components['schemas']['Replay'] & { closed?: true }

export const lineageKey = (sessionId: string) => ['lineage', sessionId] as const
export const replaysKey = (sessionId: string) => ['replays', sessionId] as const

/** A replay as it stands now; what was told before it ended changes nothing afterwards. */
export function putReplay(read: Read, replay: Replay): Change[] {
  const key = replaysKey(replay.session_id)
  const known = read(key) as Replay[] | undefined
  if (!known) return []
  const at = known.findIndex(({ id }) => id === replay.id)
  const before = known[at]
  if (!before) return [{ key, value: [...known, replay] }]
  if (before.closed) return []
  const late = before.state !== 'running' || before.done > replay.done
  if (late && replay.state === 'running') return []
  return [{ key, value: known.with(at, replay) }]
}

/** A picture was made: it may have grown out of another one. */
export function growLineage(read: Read, sessionId: string): Change[] {
  const key = lineageKey(sessionId)
  return read(key) === undefined ? [] : [{ key, stale: true }]
}
