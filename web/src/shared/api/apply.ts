// Writes changes into the query cache.
import type { QueryClient } from '@tanstack/react-query'
import type { Change } from './facts'

/** Applies changes in order. A read still under way could overwrite them with older facts: it starts anew. */
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
