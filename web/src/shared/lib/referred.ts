// What the composer in view holds of references, for whoever lists pictures to switch on and off.
import { useSyncExternalStore } from 'react'
import type { Reference } from '@/shared/api/types'

export interface Referred {
  sessionId: string | null
  references: readonly Reference[]
  /** How many the chosen models take. */
  most: number
  /** Why none more can be switched on, or null. */
  full: string | null
}

let told: Referred | null = null
const hearers = new Set<() => void>()

/** Tells what the composer holds; null when it leaves the page. */
export function tellReferred(next: Referred | null): void {
  told = next
  for (const hear of hearers) hear()
}

function listen(hear: () => void): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

/** What the composer in view holds; null while there is none. */
export function useReferred(): Referred | null {
  return useSyncExternalStore(listen, () => told)
}
