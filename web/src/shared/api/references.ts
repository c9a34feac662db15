// References: the pictures stored with a session to be switched on, and where a picture was used.
import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from './client'
import { keys } from './keys'
import { isPassing } from './problem'
import type { components } from './schema'
import type { Image } from './types'
import type { Stored } from './upload'

const ROOT = '/api/v1'

/** The stored references of a session, newest first; `limit` is how many it takes. */
type StoredList = components['schemas']['Panel']
/** One batch that used a picture. */
export type Use = components['schemas']['Use']
type Uses = components['schemas']['Uses']

export function useReferences(sessionId: string | null) {
  return useQuery({
    queryKey: keys.references(sessionId ?? ''),
    queryFn: ({ signal }) =>
      take<StoredList>(
        api.GET(`${ROOT}/sessions/{id}/references`, { params: { path: { id: sessionId ?? '' } }, signal }),
      ),
    enabled: sessionId !== null,
  })
}

/** Store a picture with a session; one that is there already stays as it is. */
export function useStoreReference() {
  const cache = useQueryClient()
  return useMutation({
    retry: (count, thrown) => count < 2 && isPassing(thrown),
    mutationFn: ({ sessionId, imageId }: { sessionId: string; imageId: string }) =>
      take<Stored>(
        api.POST(`${ROOT}/sessions/{id}/references`, {
          params: { path: { id: sessionId } },
          body: { image_id: imageId },
        }),
      ),
    onSuccess: (_, { sessionId }) => cache.invalidateQueries({ queryKey: keys.references(sessionId) }),
  })
}

/** Take a picture out of a session's references; it goes from the list at once, and history keeps it. */
export function useRemoveReference(sessionId: string) {
  const cache = useQueryClient()
  const key = keys.references(sessionId)
  return useMutation({
    mutationFn: (imageId: string) =>
      take<undefined>(
        api.DELETE(`${ROOT}/sessions/{id}/references/{image_id}`, {
          params: { path: { id: sessionId, image_id: imageId } },
        }),
      ),
    onMutate: async imageId => {
      await cache.cancelQueries({ queryKey: key })
      cache.setQueryData<StoredList>(
        key,
        known => known && { ...known, items: known.items.filter(({ image }) => image.id !== imageId) },
      )
    },
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  })
}

/** Facts of one picture. */
export function imageQuery(id: string) {
  return queryOptions({
    queryKey: keys.image(id),
    queryFn: ({ signal }) =>
      take<Image>(api.GET(`${ROOT}/images/{id}`, { params: { path: { id } }, signal })),
    staleTime: 30_000,
  })
}

export function useImage(id: string) {
  return useQuery(imageQuery(id))
}

/** The batches that used a picture as a reference, newest first. */
export function useUses(imageId: string) {
  return useInfiniteQuery({
    queryKey: keys.uses(imageId),
    queryFn: ({ pageParam, signal }) =>
      take<Uses>(
        api.GET(`${ROOT}/images/{id}/uses`, {
          params: { path: { id: imageId }, query: { ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
}
