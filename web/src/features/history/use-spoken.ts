// What a screen reader is told while pictures are made: what finished, gathered, and what failed.
import { useEffect, useRef, useState } from 'react'
import { useLive } from '@/shared/live/live'
import { useWords } from './words'

const GATHER = 1_200

export function useSpoken(sessionId: string, nameOf: (model: string) => string): string {
  const t = useWords()
  const [spoken, setSpoken] = useState('')
  const finished = useRef(0)
  const failures = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const soon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const good = finished.current ? [t('finished', { count: finished.current })] : []
      setSpoken([...good, ...failures.current].join(' '))
      finished.current = 0
      failures.current = []
    }, GATHER)
  }
  useLive('GenerationFinished', ({ generation }) => {
    if (generation.session_id !== sessionId) return
    finished.current += 1
    soon()
  })
  useLive('GenerationFailed', ({ generation }) => {
    if (generation.session_id !== sessionId) return
    const reason = generation.problem?.words ?? t('noReason')
    failures.current.push(t('didFail', { model: nameOf(generation.model), reason }))
    soon()
  })
  return spoken
}
