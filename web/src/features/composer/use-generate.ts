// Presses Generate: once for the same contents, with a key that makes a repeat after a lost answer harmless.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { type Keyed, press, usePutDraft, useStartBatch } from '@/shared/api/acts'
import { keys } from '@/shared/api/keys'
import { type ApiProblem, isPassing, problemOf } from '@/shared/api/problem'
import type { Batch, Draft as Kept, Model, NewBatch } from '@/shared/api/types'
import { knownOptions } from '@/shared/forms/schema'
import { ask } from '@/shared/lib/asks'
import { noteMade } from '@/shared/lib/made'
import { type Draft, fingerprint } from './draft'

interface Pressed {
  print: string
  keyed: Keyed<NewBatch>
  flying: boolean
}

export interface Generating {
  sending: boolean
  problem: ApiProblem | null
  forget: () => void
  /** `prompt` is what is asked for where that is not what stands in the draft by now. */
  generate: (draft: Draft, models: Model[], prompt?: string) => void
}

/** Generate for a session; with none open a session is made, and the draft moves into it. */
export function useGenerate(sessionId: string | null, onStarted: (batch: Batch) => void): Generating {
  const cache = useQueryClient()
  const { mutateAsync: start } = useStartBatch()
  const { mutateAsync: put } = usePutDraft()
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const last = useRef<Pressed | null>(null)

  /** The composer of the new session shows what was asked; the one with nothing open is empty again. */
  const moveIn = useCallback(
    async (batch: Batch, draft: Draft) => {
      const empty = { ...draft, prompt: '', references: [], parent: null, enhance: null }
      const [, left] = await Promise.all([
        put({ sessionId: batch.session_id, draft }),
        put({ sessionId: null, draft: empty }),
      ])
      cache.setQueryData<Kept | null>(keys.draft, left)
    },
    [cache, put],
  )

  const generate = useCallback(
    async (draft: Draft, models: Model[], prompt = draft.prompt) => {
      const body = await orderOf({ ...draft, prompt }, models, sessionId)
      const print = JSON.stringify([fingerprint(draft), body.prompt, body.parent])
      const before = last.current
      if (before?.flying && before.print === print) return
      const lost = before && !before.flying && before.print === print
      const pressed: Pressed = { print, keyed: lost ? before.keyed : press(body), flying: true }
      last.current = pressed
      setProblem(null)
      setSending(count => count + 1)
      try {
        const batch = await start(pressed.keyed)
        if (last.current === pressed) last.current = null
        if (sessionId === null) {
          await moveIn(batch, draft).catch(() => undefined)
          noteMade(batch.session_id)
        }
        onStarted(batch)
        ask('newest', {})
      } catch (thrown) {
        pressed.flying = false
        // Only after a lost answer is it unknown whether it ran; a refusal did nothing, so a press is a new one.
        if (!isPassing(thrown) && last.current === pressed) last.current = null
        setProblem(problemOf(thrown))
      } finally {
        setSending(count => count - 1)
      }
    },
    [sessionId, start, moveIn, onStarted],
  )

  const forget = useCallback(() => setProblem(null), [])
  return { sending: sending > 0, problem, forget, generate }
}

/** The body of POST /batches for a draft; while an enhancement is on, its text is what is asked for. */
export async function orderOf(draft: Draft, models: Model[], sessionId: string | null): Promise<NewBatch> {
  const { ratio, images_per_model, references, parent } = draft
  const prompt = draft.enhance ? (await import('./enhance-diff')).promptOf(draft) : draft.prompt
  return {
    session_id: sessionId,
    prompt,
    models: models.map(model => model.id),
    ratio,
    images_per_model,
    options: knownOptions(draft.options, models),
    references,
    ...(parent && { parent }),
  }
}
