// Which earlier drafts are worth offering.
import type { DraftVersion } from '@/shared/api/types'
import { type Draft, fingerprint } from './draft'

/** Each contents once, newest first, without those that stand in the composer now. */
export function otherThan(versions: readonly DraftVersion[], present: Draft | undefined): DraftVersion[] {
  const seen = new Set(present && [fingerprint(present)])
  return versions.filter(({ draft }) => {
    const print = fingerprint(draft)
    if (seen.has(print)) return false
    seen.add(print)
    return true
  })
}
