// What the web app reads, as hooks over the query cache; the live stream keeps it true.
import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, take } from './client'
import { keys } from './keys'
import type { components } from './schema'
import type { Batch, Draft, Engine, Model, Page, Session } from './types'
import { wholeSidebar } from './whole'

const ROOT = '/api/v1'

export const sidebarQuery = queryOptions({
  queryKey: keys.sidebar,
  queryFn: async ({ signal }) =>
    wholeSidebar(await take<components['schemas']['SidebarShape']>(api.GET(`${ROOT}/sidebar`, { signal }))),
  structuralSharing: false, // comparing 20,000 rows costs more than drawing the visible ones
})

export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: keys.session(id),
    queryFn: ({ signal }) =>
      take<Session>(api.GET(`${ROOT}/sessions/{id}`, { params: { path: { id } }, signal })),
  })
}

export function batchesQuery(sessionId: string) {
  return infiniteQueryOptions({
    queryKey: keys.batches(sessionId),
    queryFn: ({ pageParam, signal }) =>
      take<Page<Batch>>(
        api.GET(`${ROOT}/sessions/{id}/batches`, {
          params: { path: { id: sessionId }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
}

/** Every folder and session. */
export function useSidebar() {
  return useQuery(sidebarQuery)
}

/** One session with its draft, settings and counts. */
export function useSession(id: string | null) {
  return useQuery({ ...sessionQuery(id ?? ''), enabled: id !== null })
}

/** The batches of a session, newest first, page by page. */
export function useBatches(sessionId: string | null) {
  return useInfiniteQuery({ ...batchesQuery(sessionId ?? ''), enabled: sessionId !== null })
}

/** The draft of the composer with no session open. */
export function useLooseDraft(enabled = true) {
  return useQuery({
    queryKey: keys.draft,
    queryFn: ({ signal }) => take<Draft | null>(api.GET(`${ROOT}/draft`, { signal })),
    enabled,
  })
}

export function useModels() {
  return useQuery({
    queryKey: keys.models,
    queryFn: ({ signal }) => take<Model[]>(api.GET(`${ROOT}/models`, { signal })),
    staleTime: 60_000,
  })
}

export function useEngines() {
  return useQuery({
    queryKey: keys.engines,
    queryFn: ({ signal }) => take<Engine[]>(api.GET(`${ROOT}/engines`, { signal })),
    staleTime: 60_000,
  })
}

/** The number of the newest preview of a generation, null while there is none; set by the live stream. */
export function usePreview(generationId: string): number | null {
  const { data } = useQuery<number | null>({
    queryKey: keys.preview(generationId),
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? null
}
