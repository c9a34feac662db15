// Writes changes into the query cache.
import type { QueryClient } from '@tanstack/react-query'
import type { Change, Read } from './facts'

/** Reads the query cache for pure functions. */
export function readOf(cache: QueryClient): Read {
  return Object.assign((key: readonly unknown[]) => cache.getQueryData(key), {
    under: (queryKey: readonly unknown[]) => cache.getQueriesData({ queryKey }),
  })
}

/** Applies what the live stream told; what is still being read catches up by itself. */
export function applyTold(cache: QueryClient, changes: readonly Change[]): void {
  for (const change of changes) {
    if ('stale' in change) void cache.invalidateQueries({ queryKey: change.key })
    else cache.setQueryData(change.key, change.value)
  }
}

/** Applies an act's changes in order. A read still under way could overwrite them with older facts: it starts anew. */
export function apply(cache: QueryClient, changes: readonly Change[]): void {
  for (const change of changes) {
    if ('stale' in change) {
      void cache.invalidateQueries({ queryKey: change.key })
      continue
    }
    const reading = cache.isFetching({ queryKey: change.key, exact: true }) > 0
    cache.setQueryData(change.key, change.value)
    if (reading) void cache.invalidateQueries({ queryKey: change.key, exact: true })
  }
}
