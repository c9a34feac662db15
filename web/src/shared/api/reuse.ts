// What something was asked with, for asking with it again: from a picture, a batch or a prompt.
import { queryOptions } from '@tanstack/react-query'
import type { Reused } from '@/shared/lib/asks'
import { api, take } from './client'
import { keys } from './keys'
import type { DraftVersion, Reuse } from './types'

const ROOT = '/api/v1'

/** A body that asks for the same again, and what of it is gone. */
export function fetchReuse(reused: Reused, signal?: AbortSignal): Promise<Reuse> {
  const given = { params: { path: { id: reused.id } }, ...(signal && { signal }) }
  switch (reused.kind) {
    case 'generation':
      return take<Reuse>(api.GET(`${ROOT}/generations/{id}/reuse`, given))
    case 'batch':
      return take<Reuse>(api.GET(`${ROOT}/batches/{id}/reuse`, given))
    case 'image':
      return take<Reuse>(api.GET(`${ROOT}/images/{id}/reuse`, given))
    case 'prompt': {
      const path = { id: reused.sessionId, prompt_id: reused.id }
      return take<Reuse>(
        api.GET(`${ROOT}/sessions/{id}/prompts/{prompt_id}/reuse`, { ...given, params: { path } }),
      )
    }
  }
}

/** The same as a query; it is asked anew each time, for models and pictures come and go. */
export function reuseQuery(reused: Reused) {
  return queryOptions({
    queryKey: keys.reuse(reused.kind, reused.id),
    queryFn: ({ signal }) => fetchReuse(reused, signal),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
}

/** Earlier contents of a composer, newest first; `sessionId` null is the composer with no session open. */
export function draftsQuery(sessionId: string | null) {
  return queryOptions({
    queryKey: keys.drafts(sessionId ?? ''),
    queryFn: ({ signal }) =>
      sessionId === null
        ? take<{ items: DraftVersion[] }>(api.GET(`${ROOT}/draft/history`, { signal }))
        : take<{ items: DraftVersion[] }>(
            api.GET(`${ROOT}/sessions/{id}/draft/history`, { params: { path: { id: sessionId } }, signal }),
          ),
    gcTime: 0,
    staleTime: 0,
  })
}
