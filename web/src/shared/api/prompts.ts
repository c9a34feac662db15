// A session's distinct prompts as pages, last used first, and how news gets into them.
import { type InfiniteData, infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { api, take } from './client'
import { keys } from './keys'
import type { components } from './schema'
import type { Page } from './types'

export type PromptLine = components['schemas']['PromptLine']

export interface PromptPage extends Page<PromptLine> {
  /** How many there are in all pages. */
  total: number
}

const LIMIT = 50
/** So many pages are simply read anew. */
const FEW = 3

function fetchPage(
  sessionId: string,
  q: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<PromptPage> {
  const query = { limit: LIMIT, ...(q && { q }), ...(cursor && { cursor }) }
  return take<PromptPage>(
    api.GET('/api/v1/sessions/{id}/prompts', {
      params: { path: { id: sessionId }, query },
      ...(signal && { signal }),
    }),
  )
}

/** Those that have all of `words`. */
export function promptsQuery(sessionId: string, words: string) {
  return infiniteQueryOptions({
    queryKey: keys.prompts(sessionId, words),
    queryFn: ({ pageParam, signal }) => fetchPage(sessionId, words, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    refetchOnWindowFocus: false,
  })
}

type Pages = InfiniteData<PromptPage, string | null>

/** The pages with the newest one read anew: what it has is first, and nowhere else. Null when they do not meet. */
export function withNewest(pages: PromptPage[], newest: PromptPage): PromptPage[] | null {
  const [first, ...rest] = pages
  if (!first) return null
  const fresh = new Set(newest.items.map(({ id }) => id))
  const without = ({ items, ...page }: PromptPage) => ({
    ...page,
    items: items.filter(({ id }) => !fresh.has(id)),
    total: newest.total,
  })
  const left = without(first)
  if (newest.items.length && left.items.length === first.items.length) return null
  return [{ ...left, items: [...newest.items, ...left.items] }, ...rest.map(without)]
}

/** Takes in what was made since: however many pages are read, the newest one is. */
export async function refreshPrompts(cache: QueryClient, sessionId: string): Promise<void> {
  const known = cache.getQueriesData<Pages>({ queryKey: keys.prompts(sessionId) })
  for (const [queryKey, data] of known) {
    const isShown = cache.getQueryCache().find({ queryKey, exact: true })?.isActive() ?? false
    if (!isShown || !data || data.pages.length <= FEW) {
      void cache.invalidateQueries({ queryKey, exact: true })
      continue
    }
    const words = String(queryKey[2] ?? '')
    const newest = await fetchPage(sessionId, words, null).catch(() => null)
    const pages = newest && withNewest(data.pages, newest)
    if (pages) cache.setQueryData<Pages>(queryKey, { ...data, pages })
    else void cache.invalidateQueries({ queryKey, exact: true })
  }
}
