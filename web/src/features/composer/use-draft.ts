// Keeps the composer's contents on the server while they are typed, and takes in what other tabs typed.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { usePutDraft } from '@/shared/api/acts'
import { CLIENT } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { problemOf } from '@/shared/api/problem'
import { useLooseDraft, useSession } from '@/shared/api/reads'
import type { Draft as Kept, Model, Session } from '@/shared/api/types'
import { useLive } from '@/shared/live/live'
import { type Copy, type Draft, firstDraft, hear, saved, settle } from './draft'

const PAUSE = 400
const AGAIN = 5_000

export interface Drafting {
  draft: Draft
  /** False until the server's draft has come in. */
  loaded: boolean
  /** Why the draft could not be kept, or null. */
  trouble: string | null
  change: (part: Partial<Draft>) => void
  /** Keep it now instead of after a pause. */
  flush: () => void
}

/** The draft of a session, or of the composer with none open; mount it anew for another session. */
export function useDraft(sessionId: string | null, models: Model[] | undefined): Drafting {
  const cache = useQueryClient()
  const session = useSession(sessionId)
  const loose = useLooseDraft(sessionId === null)
  const { mutateAsync: put } = usePutDraft()
  const [copy, setCopy] = useState<Copy>(() => ({
    draft: firstDraft(null, null, []),
    revision: 0,
    edited: false,
  }))
  const [trouble, setTrouble] = useState<string | null>(null)
  const [loaded, setLoaded] = useState(false)
  const newest = useRef(copy)
  const saving = useRef(false)
  const ready = useRef(false) // before the server's draft is here, saving would overwrite it
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const become = useCallback((next: Copy) => {
    newest.current = next
    setCopy(next)
  }, [])

  const kept = sessionId === null ? loose.data : session.data?.draft
  const settings = session.data?.settings ?? null
  const arrived = models !== undefined && (sessionId === null ? loose.isSuccess : session.isSuccess)
  const remember = useCallback(
    (draft: Kept) => {
      if (sessionId === null) cache.setQueryData(keys.draft, draft)
      else {
        cache.setQueryData<Session>(keys.session(sessionId), known => known && { ...known, draft })
      }
    },
    [cache, sessionId],
  )

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    if (!ready.current || saving.current || !newest.current.edited) return
    saving.current = true
    const sent = newest.current.draft
    let wait = 0
    try {
      const answer = await put({ sessionId, draft: sent })
      become(saved(newest.current, sent, answer.revision))
      remember(answer)
      setTrouble(null)
    } catch (thrown) {
      setTrouble(problemOf(thrown).detail)
      wait = AGAIN
    }
    saving.current = false
    if (newest.current.edited) timer.current = setTimeout(flush, wait || PAUSE)
  }, [sessionId, put, become, remember])

  useEffect(() => {
    if (ready.current || !arrived) return
    ready.current = true
    setLoaded(true)
    become(settle(newest.current, firstDraft(kept ?? null, settings, models ?? []), kept?.revision ?? 0))
    if (newest.current.edited) void flush()
  }, [arrived, kept, settings, models, become, flush])

  const change = useCallback(
    (part: Partial<Draft>) => {
      become({ ...newest.current, draft: { ...newest.current.draft, ...part }, edited: true })
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE)
    },
    [become, flush],
  )

  useLive('DraftSaved', message => {
    if (message.session_id !== sessionId || !loaded) return
    become(hear(newest.current, message.draft, message.client, CLIENT))
  })

  useEffect(() => {
    const leave = () => {
      if (ready.current && newest.current.edited) send(sessionId, newest.current.draft)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      clearTimeout(timer.current)
      if (ready.current && newest.current.edited) {
        remember({ ...newest.current.draft, revision: newest.current.revision })
        leave()
      }
    }
  }, [sessionId, remember])

  return { draft: copy.draft, loaded, trouble, change, flush }
}

/** A last save that outlives the page; a body over 64 KB is sent without that promise. */
function send(sessionId: string | null, draft: Draft): void {
  const body = JSON.stringify({ ...draft, client: CLIENT })
  const address = sessionId === null ? '/api/v1/draft' : `/api/v1/sessions/${sessionId}/draft`
  const headers = { 'Content-Type': 'application/json' }
  const keepalive = new Blob([body]).size < 60_000
  void fetch(address, { method: 'PUT', body, headers, keepalive }).catch(() => undefined)
}
