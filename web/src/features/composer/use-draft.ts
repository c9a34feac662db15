// Keeps the composer's contents on the server while they are typed, and takes in what other tabs typed.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { usePutDraft } from '@/shared/api/acts'
import { CLIENT } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { problemOf } from '@/shared/api/problem'
import { useLooseDraft, useSession } from '@/shared/api/reads'
import type { Draft as Kept, Model, Session } from '@/shared/api/types'
import { readKept, writeKept } from '@/shared/lib/kept'
import { useLive } from '@/shared/live/live'
import { showNotice } from '@/shared/ui/notices'
import { BLANK, type Copy, contentsOf, type Draft, firstDraft, hear, sameDraft, saved, settle } from './draft'
import { say } from './words'

const PAUSE = 400
const AGAIN = 5_000
/** What this tab sent last for each composer, to know its own echo by. */
const sentLately = new Map<string | null, Draft[]>()

export interface Drafting {
  draft: Draft
  /** False until the server's draft has come in. */
  loaded: boolean
  /** Why the draft could not be kept, or null. */
  trouble: string | null
  change: (part: Partial<Draft>) => void
  /** Keep it now instead of after a pause. */
  flush: () => Promise<void>
}

/** The draft of a session, or of the composer with none open; mount it anew for another session. */
export function useDraft(sessionId: string | null, models: Model[] | undefined): Drafting {
  const cache = useQueryClient()
  const session = useSession(sessionId)
  const loose = useLooseDraft(sessionId === null)
  const { mutateAsync: put } = usePutDraft()
  const early = `composer.early.${sessionId ?? ''}` // what was typed into a page that went before its draft was here
  const [copy, setCopy] = useState<Copy>(() => {
    const draft = readKept<Draft | null>(early, null)
    return { draft: draft ?? BLANK, revision: 0, edited: draft !== null }
  })
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

  const told = useRef<Kept | null>(null) // what others saved while something here was unsaved

  /** Takes in what another tab saved, unless something here is unsaved: then the next save merges the two. */
  const takeIn = useCallback(
    async (draft: Kept) => {
      const merging = isWriting() ? await import('./merging') : null // only there is a cursor to be kept
      const before = newest.current
      if (before.edited && draft.revision > (told.current?.revision ?? 0)) told.current = draft
      const next = hear(before, draft)
      if (next === before) return
      if (merging) merging.keepCaret(before.draft.prompt, next.draft.prompt, () => become(next))
      else become(next)
    },
    [become],
  )

  /** Takes in what the server made of what was sent: another's words come in, the cursor stays at its own. */
  const settleOn = useCallback(
    async (sent: Draft, kept: Kept) => {
      const merging = sameDraft(sent, kept) ? null : await import('./merging')
      const before = newest.current
      const next = saved(before, sent, kept, merging?.rebase ?? ((_, __, now) => now))
      if (next === before) return
      if (merging) merging.keepCaret(before.draft.prompt, next.draft.prompt, () => become(next))
      else become(next)
      const later = told.current
      if (next.edited || !later) return
      told.current = null
      await takeIn(later)
    },
    [become, takeIn],
  )

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    if (!ready.current || saving.current || !newest.current.edited) return
    saving.current = true
    const { draft: sent, revision: base } = newest.current
    noteSent(sessionId, sent)
    let wait = 0
    try {
      const answer = await put({ sessionId, draft: sent, base })
      await settleOn(sent, answer)
      if (answer.merged) showNotice({ id: 'merged', message: say('merged'), autoClose: 5_000 })
      remember(answer)
      setTrouble(null)
    } catch (thrown) {
      setTrouble(problemOf(thrown).detail)
      wait = AGAIN
    }
    saving.current = false
    if (newest.current.edited) timer.current = setTimeout(flush, wait || PAUSE)
  }, [sessionId, put, settleOn, remember])

  useEffect(() => {
    if (ready.current || !arrived) return
    let stale = false
    const arrive = (merging: typeof import('./merging') | null) => {
      if (stale) return
      ready.current = true
      setLoaded(true)
      if (readKept(early, null)) writeKept(early, null)
      const before = newest.current
      const next = settle(before, firstDraft(kept ?? null, settings, models ?? []), kept?.revision ?? 0)
      const [typed, now] = [before.draft.prompt, next.draft.prompt]
      if (merging) merging.keepCaret(typed, now, () => become(next), merging.placeBehind)
      else become(next)
      if (next.edited) void flush()
    }
    // Only behind a kept text does the cursor of one who types already have to move.
    if (newest.current.draft.prompt && kept?.prompt) {
      void import('./merging').then(arrive, () => arrive(null))
    } else arrive(null)
    return () => {
      stale = true
    }
  }, [arrived, kept, settings, models, become, flush, early])

  const change = useCallback(
    (part: Partial<Draft>) => {
      become({ ...newest.current, draft: { ...newest.current.draft, ...part }, edited: true })
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE)
    },
    [become, flush],
  )

  useLive('DraftSaved', async message => {
    if (message.session_id !== sessionId || !loaded) return
    const { draft, client } = message
    if (client === CLIENT) {
      // The answer tells the same, but it may be lost: then the echo says what the next save grows out of.
      const sent = sentLately.get(sessionId)?.find(one => sameDraft(one, draft))
      return sent && settleOn(sent, draft)
    }
    return takeIn(draft)
  })

  useEffect(() => {
    const leave = () => {
      if (!ready.current && newest.current.edited) writeKept(early, newest.current.draft)
      if (ready.current && newest.current.edited) {
        noteSent(sessionId, newest.current.draft)
        // While a save is on its way nobody knows what this one grows out of: then it is the last word.
        send(sessionId, newest.current.draft, saving.current ? null : newest.current.revision)
      }
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      clearTimeout(timer.current)
      if (ready.current && newest.current.edited) {
        remember({ ...contentsOf(newest.current.draft), revision: newest.current.revision })
      }
      leave()
    }
  }, [sessionId, remember, early])

  return { draft: copy.draft, loaded, trouble, change, flush }
}

/** Whether the cursor stands in a text. */
function isWriting(): boolean {
  return document.activeElement?.tagName === 'TEXTAREA'
}

function noteSent(sessionId: string | null, draft: Draft): void {
  sentLately.set(sessionId, [...(sentLately.get(sessionId) ?? []).slice(-3), draft])
}

/** A last save that outlives the page; a body over 64 KB is sent without that promise. */
function send(sessionId: string | null, draft: Draft, base: number | null): void {
  const body = JSON.stringify({ ...draft, base, client: CLIENT })
  const address = sessionId === null ? '/api/v1/draft' : `/api/v1/sessions/${sessionId}/draft`
  const headers = { 'Content-Type': 'application/json' }
  const keepalive = new Blob([body]).size < 60_000
  void fetch(address, { method: 'PUT', body, headers, keepalive }).catch(() => undefined)
}
