// The lineage of a session, and replays: the way to a picture, walked again on other models.
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apply, readOf } from './apply'
import { api, take } from './client'
import { lineageKey, putReplay, type Replay, replaysKey } from './lineage-news'
import type { components } from './schema'

const ROOT = '/api/v1'

export type Graph = components['schemas']['Graph']
/** A picture of a lineage; a ghost was deleted for ever and is only remembered. */
export type LineageNode = components['schemas']['Node']
export type { Replay }

/** What grew out of what in a session. */
export function useLineage(sessionId: string) {
  return useQuery({
    queryKey: lineageKey(sessionId),
    queryFn: ({ signal }) =>
      take<Graph>(api.GET(`${ROOT}/sessions/{id}/lineage`, { params: { path: { id: sessionId } }, signal })),
  })
}

/** The replays of a session that run, and those that ended since the page was opened. */
export function useReplays(sessionId: string) {
  const cache = useQueryClient()
  return useQuery({
    queryKey: replaysKey(sessionId),
    queryFn: async ({ signal }) => {
      const path = { id: sessionId }
      const running = await take<Replay[]>(
        api.GET(`${ROOT}/sessions/{id}/replays`, { params: { path }, signal }),
      )
      const known = cache.getQueryData<Replay[]>(replaysKey(sessionId)) ?? []
      const others = known.filter(({ id }) => !running.some(replay => replay.id === id))
      // What ran when it was last read has ended meanwhile: how, says the server.
      const ended = others.map(replay => (replay.state === 'running' ? oneReplay(replay.id, signal) : replay))
      return [...(await Promise.all(ended)), ...running]
    },
    select: replays => replays.filter(({ closed }) => !closed),
  })
}

function oneReplay(id: string, signal: AbortSignal): Promise<Replay> {
  return take<Replay>(api.GET(`${ROOT}/replays/{id}`, { params: { path: { id } }, signal }))
}

/** Walks the way to a picture again on these models. */
export function useStartReplay() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ imageId, models, key }: { imageId: string; models: string[]; key: string }) =>
      take<Replay>(
        api.POST(`${ROOT}/images/{id}/replay`, {
          params: { path: { id: imageId }, header: { 'Idempotency-Key': key } },
          body: { models },
        }),
      ),
    onSuccess: replay => apply(cache, putReplay(readOf(cache), replay)),
  })
}

/** Stops a replay; what it made stays. */
export function useCancelReplay() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      take<Replay>(api.POST(`${ROOT}/replays/{id}/cancel`, { params: { path: { id } } })),
    onSuccess: replay => apply(cache, putReplay(readOf(cache), replay)),
  })
}

/** Takes a replay that ended off the list. */
export function dropReplay(cache: QueryClient, { session_id, id }: Replay): void {
  cache.setQueryData<Replay[]>(replaysKey(session_id), known =>
    known?.map(one => (one.id === id ? { ...one, closed: true } : one)),
  )
}
