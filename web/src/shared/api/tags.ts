// The tags of a session, for suggesting them and for filtering by one.
import { useQuery } from '@tanstack/react-query'
import { api, take } from './client'
import type { components } from './schema'

/** A tag, and on how many pictures it is. */
export type Tag = components['schemas']['TagUse']

export function useTags(sessionId: string | null) {
  return useQuery({
    queryKey: ['tags', sessionId],
    queryFn: ({ signal }) =>
      take<Tag[]>(
        api.GET('/api/v1/sessions/{id}/tags', { params: { path: { id: sessionId ?? '' } }, signal }),
      ),
    enabled: sessionId !== null,
  })
}
