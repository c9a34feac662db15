// The life of an enhancement: asked for, written, kept in step with the person's text, used or discarded.
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '@/shared/api/problem'
import type { Enhance } from '@/shared/api/types'
import { readKept, writeKept } from '@/shared/lib/kept'
import { carry } from './enhance-diff'
import { assist } from './enhance-stream'

const PAUSE = 900
const IN_STEP = 'composer.in-step'

export interface Draftlike {
  prompt: string
  enhance?: Enhance | null
}

export interface Enhancing {
  /** What is being written now, for which text; `quiet` while an older enhancement stays in view. */
  writing: { own: string; text: string; quiet: boolean } | null
  /** What Generate sends, or null while no enhancement is on. */
  text: string | null
  problem: string | null
  /** The assistant had nothing to add to the prompt as it stands. */
  nothing: boolean
  start: () => void
  stop: () => void
  setInStep: (on: boolean) => void
  discard: () => void
  forget: () => void
}

/** Enhances `draft.prompt`; what is written lies in `draft.enhance`, and the prompt is never touched. */
export function useEnhance(
  draft: Draftlike,
  edit: (part: { enhance: Enhance | null }) => void,
  pause = PAUSE,
): Enhancing {
  const [writing, setWriting] = useState<Enhancing['writing']>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [nothingFor, setNothingFor] = useState<string | null>(null)
  const failedFor = useRef<string | null>(null)
  const control = useRef<AbortController | null>(null)
  const newest = useRef({ draft, edit })
  newest.current = { draft, edit }

  const stop = useCallback(() => {
    control.current?.abort()
    control.current = null
    setWriting(null)
  }, [])

  const run = useCallback(
    async (quiet: boolean) => {
      stop()
      const mine = new AbortController()
      control.current = mine
      const own = newest.current.draft.prompt
      setProblem(null)
      setNothingFor(null)
      setWriting({ own, text: '', quiet })
      try {
        const tell = (text: string) => !mine.signal.aborted && setWriting({ own, text, quiet })
        const { text, assistant } = await assist(own, null, tell, mine.signal)
        if (mine.signal.aborted) return
        failedFor.current = null
        const known = newest.current.draft.enhance
        if (text.trim() === own.trim()) setNothingFor(own)
        if (text.trim() === own.trim() && !known) return
        const in_step = known?.in_step ?? readKept(IN_STEP, false)
        newest.current.edit({ enhance: { own, text, assistant, in_step } })
      } catch (thrown) {
        if (mine.signal.aborted) return
        failedFor.current = own
        setProblem(problemOf(thrown).detail)
      } finally {
        if (control.current === mine) {
          control.current = null
          setWriting(null)
        }
      }
    },
    [stop],
  )

  const { prompt, enhance } = draft
  const behind = Boolean(enhance?.in_step && prompt.trim() && prompt !== enhance.own)
  useEffect(() => {
    if (!behind || failedFor.current === prompt || !document.hasFocus()) return
    const timer = setTimeout(() => void run(true), pause)
    return () => clearTimeout(timer)
  }, [behind, prompt, pause, run])
  useEffect(() => () => control.current?.abort(), [])

  return {
    writing,
    text: enhance && prompt.trim() ? carry(enhance.own, enhance.text, prompt) : null,
    problem,
    nothing: nothingFor !== null && nothingFor === prompt,
    start: () => void run(false),
    stop,
    setInStep: on => {
      writeKept(IN_STEP, on)
      if (enhance) edit({ enhance: { ...enhance, in_step: on } })
    },
    discard: () => {
      stop()
      edit({ enhance: null })
    },
    forget: () => {
      setProblem(null)
      setNothingFor(null)
    },
  }
}
