// Pictures against each other, and which of them were preferred.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from './client'
import type { components } from './schema'

const ROOT = '/api/v1'

type Shapes = components['schemas']

/** Pictures side by side, and each prompt against the first. */
export type Comparison = Shapes['Comparison']
/** A fact of every compared picture; `same` where they agree. */
export type ComparedField = Shapes['Field']
export type Piece = Shapes['Piece']

/** Two to four pictures against each other. */
export function useComparison(ids: readonly string[]) {
  return useQuery({
    queryKey: ['compare', ...ids],
    queryFn: ({ signal }) =>
      take<Comparison>(api.GET(`${ROOT}/compare`, { params: { query: { ids: ids.join(',') } }, signal })),
    enabled: ids.length >= 2,
    placeholderData: before => before,
  })
}

/** Records which picture was preferred. */
export function useRecordComparison(sessionId: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...given }: Omit<Shapes['NewComparison'], 'session_id'> & { key: string }) =>
      take<Shapes['Judged']>(
        api.POST(`${ROOT}/comparisons`, {
          params: { header: { 'Idempotency-Key': key } },
          body: { session_id: sessionId, ...given },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['wins', sessionId] }),
  })
}

/** How often the models of a session were shown, and won. */
export function useModelWins(sessionId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['wins', sessionId],
    queryFn: ({ signal }) =>
      take<Shapes['Tally'][]>(
        api.GET(`${ROOT}/sessions/{id}/comparisons/models`, { params: { path: { id: sessionId } }, signal }),
      ),
    enabled,
  })
}
