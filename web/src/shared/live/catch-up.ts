// What is told while a read or an act is on its way is told again to its answer, which may be older than that.
import { hashKey, type QueryClient } from '@tanstack/react-query'
import { readOf } from '@/shared/api/apply'
import type { Message } from './messages'
import { patch } from './patch'

const MOST = 2_000

/** Remembers what was told lately: `note` every message before it changes the cache; `stop` when it is all over. */
export interface CatchUp {
  note: (message: Message) => void
  stop: () => void
}

/** Watches the reads and acts of a query cache and brings their answers up to what was told meanwhile. */
export function catchUp(cache: QueryClient): CatchUp {
  const lately: Message[] = []
  let told = 0
  const begun = new WeakMap<object, number>() // how much had been told when a read or an act began

  /** Tells again what came since; false when that is no longer known. `only` is the hash of one key. */
  const retell = (what: object, only?: string): boolean => {
    const missed = told - (begun.get(what) ?? told)
    if (missed > lately.length) return false
    for (const message of lately.slice(lately.length - missed)) {
      for (const change of patch(readOf(cache), message)) {
        if ('stale' in change || (only && hashKey(change.key) !== only)) continue
        cache.setQueryData(change.key, change.value)
      }
    }
    return true
  }

  const reads = cache.getQueryCache().subscribe(event => {
    if (event.type !== 'updated') return
    const { action, query } = event
    if (action.type === 'fetch') begun.set(query, told)
    if (action.type !== 'success' || action.manual || retell(query, query.queryHash)) return
    void cache.invalidateQueries({ queryKey: query.queryKey, exact: true })
  })
  const acts = cache.getMutationCache().subscribe(event => {
    if (event.type !== 'updated') return
    const { action, mutation } = event
    if (action.type === 'pending') begun.set(mutation, told)
    if (action.type === 'success' && !retell(mutation)) void cache.invalidateQueries()
  })
  return {
    note: message => {
      told += 1
      lately.push(message)
      if (lately.length > MOST * 2) lately.splice(0, MOST)
    },
    stop: () => {
      reads()
      acts()
    },
  }
}
