// References: the pictures stored with a session to be switched on, and where a picture was used.
import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { take } from './client'
import { keys } from './keys'
import { isPassing } from './problem'
import type { Image, Page, Role } from './types'
import type { Stored } from './upload'

const ROOT = '/api/v1'

/** The stored references of a session, newest first; `limit` is how many it takes. */
export interface StoredList {
  items: Stored[]
  limit: number
}

/** One batch that used a picture. */
export interface Use {
  batch_id: string
  session_id: string
  session_name: string
  prompt: string
  at: number
  role: Role | null
  strength: number
  images: Image[]
}

export interface Uses extends Page<Use> {
  generations: number
}

function ask<Data>(path: string, init?: RequestInit): Promise<Data> {
  return take<Data>(
    fetch(ROOT + path, init).then(async response => {
      const body: unknown = await response.json().catch(() => undefined)
      return { response, data: body, error: body }
    }),
  )
}

export function useReferences(sessionId: string | null) {
  return useQuery({
    queryKey: keys.references(sessionId ?? ''),
    queryFn: ({ signal }) => ask<StoredList>(`/sessions/${sessionId}/references`, { signal }),
    enabled: sessionId !== null,
  })
}

/** Store a picture with a session; one that is there already stays as it is. */
export function useStoreReference() {
  const cache = useQueryClient()
  return useMutation({
    retry: (count, thrown) => count < 2 && isPassing(thrown),
    mutationFn: ({ sessionId, imageId }: { sessionId: string; imageId: string }) =>
      ask<Stored>(`/sessions/${sessionId}/references`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ image_id: imageId }),
      }),
    onSuccess: (_, { sessionId }) => cache.invalidateQueries({ queryKey: keys.references(sessionId) }),
  })
}

/** Take a picture out of a session's references; it goes from the list at once, and history keeps it. */
export function useRemoveReference(sessionId: string) {
  const cache = useQueryClient()
  const key = keys.references(sessionId)
  return useMutation({
    mutationFn: (imageId: string) =>
      ask<undefined>(`/sessions/${sessionId}/references/${imageId}`, { method: 'DELETE' }),
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
    queryFn: ({ signal }) => ask<Image>(`/images/${id}`, { signal }),
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
      ask<Uses>(`/images/${imageId}/uses${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
}
