// What the web app does, as mutations; what creates carries a key, so that a repeat is answered, not done.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newKey } from '@/shared/lib/ids'
import { apply, readOf } from './apply'
import { api, CLIENT, take } from './client'
import { addBatch, putGeneration, putSession } from './facts'
import { keys } from './keys'
import { showBatch } from './news'
import { isPassing } from './problem'
import type { Batch, Generation, KeptDraft, NewBatch, NewDraft, Session } from './types'

const ROOT = '/api/v1'
const retry = (count: number, thrown: unknown) => count < 2 && isPassing(thrown)

/** An act with the key that makes repeating it harmless; make one per press. */
export interface Keyed<Body> {
  body: Body
  key: string
}

/** One press: the same press sent twice is done once. */
export function press<Body>(body: Body): Keyed<Body> {
  return { body, key: newKey() }
}

/** Press Generate; gives the batch with its queued generations. */
export function useStartBatch() {
  const cache = useQueryClient()
  return useMutation({
    retry,
    mutationFn: ({ body, key }: Keyed<NewBatch>) =>
      take<Batch>(api.POST(`${ROOT}/batches`, { body, params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: batch => apply(cache, [...addBatch(readOf(cache), batch), ...showBatch(readOf(cache), batch)]),
  })
}

export function useCreateSession() {
  const cache = useQueryClient()
  return useMutation({
    retry,
    mutationFn: ({ body, key }: Keyed<{ name?: string; folder_id?: string }>) =>
      take<Session>(api.POST(`${ROOT}/sessions`, { body, params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: session => {
      cache.setQueryData(keys.session(session.id), session)
      apply(cache, putSession(readOf(cache), session))
    },
  })
}

/** Rename a session or change its notes; the new name shows at once and goes back if it is refused. */
export function useChangeSession() {
  const cache = useQueryClient()
  return useMutation({
    retry,
    mutationFn: ({ id, ...body }: { id: string; name?: string; notes?: string; version?: number }) =>
      take<Session>(api.PATCH(`${ROOT}/sessions/{id}`, { params: { path: { id } }, body })),
    onSuccess: session => {
      cache.setQueryData(keys.session(session.id), session)
      apply(cache, putSession(readOf(cache), session))
    },
  })
}

/** Say that a session is in view: clears its unseen and failed marks. */
export function useOpenSession() {
  return useMutation({
    mutationFn: (id: string) =>
      take<undefined>(api.POST(`${ROOT}/sessions/{id}/open`, { params: { path: { id } } })),
  })
}

export interface DraftToKeep {
  sessionId: string | null
  draft: NewDraft
  /** The revision it grew out of: what others wrote since is merged in. Without it this draft replaces theirs. */
  base?: number
}

/** Keep what stands in the composer; `sessionId` null is the composer with no session open. */
export function usePutDraft() {
  return useMutation({
    retry,
    mutationFn: ({ sessionId, draft, base }: DraftToKeep) => {
      const body = { ...draft, ...(base !== undefined && { base }), client: CLIENT }
      return sessionId === null
        ? take<KeptDraft>(api.PUT(`${ROOT}/draft`, { body }))
        : take<KeptDraft>(
            api.PUT(`${ROOT}/sessions/{id}/draft`, { params: { path: { id: sessionId } }, body }),
          )
    },
  })
}

export function useCancelGeneration() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      take<Generation>(api.POST(`${ROOT}/generations/{id}/cancel`, { params: { path: { id } } })),
    onSuccess: made => apply(cache, putGeneration(readOf(cache), made)),
  })
}

export function useRetryGeneration() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      take<Generation>(api.POST(`${ROOT}/generations/{id}/retry`, { params: { path: { id } } })),
    onSuccess: made => apply(cache, putGeneration(readOf(cache), made)),
  })
}

export function useCancelBatch() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      take<Batch>(api.POST(`${ROOT}/batches/{id}/cancel`, { params: { path: { id } } })),
    onSuccess: batch => apply(cache, addBatch(readOf(cache), batch)),
  })
}
