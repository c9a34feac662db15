// Keeps what is looked at where it is while the list above it grows, shrinks or is laid out anew.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

interface Held {
  id: string
  /** How far below the scroller's top it stands. */
  offset: number
}

interface Given {
  scroller: HTMLElement | null
  above: number
  /** What lies at a height of the list: its index, its top, and its id once that is known. */
  at: (y: number) => { index: number; top: number; id: string | undefined } | null
  /** Where something lies now; null when it is not here. */
  topOf: (id: string) => number | null
  /** Another value whenever things may have moved. */
  layout: unknown
}

/** Gives the id at the top of what is looked at; null at the very top, where new things are let in. */
export function useAnchor({ scroller, above, at, topOf, layout }: Given): RefObject<() => string | null> {
  const held = useRef<Held | null>(null)
  const given = useRef({ above, at, topOf })
  const note = useCallback(() => {
    if (!scroller) return
    const { above, at } = given.current
    const y = scroller.scrollTop - above
    const found = y > 0 ? at(y) : null
    held.current = found?.id === undefined ? null : { id: found.id, offset: found.top - y }
  }, [scroller])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is what moves things
  useLayoutEffect(() => {
    const known = held.current
    given.current = { above, at, topOf }
    if (known && scroller && scroller.scrollTop > above) {
      const top = topOf(known.id)
      const wanted = top === null ? null : top - known.offset + above
      if (wanted !== null && Math.abs(wanted - scroller.scrollTop) > 1) scroller.scrollTop = wanted
    }
    note()
  }, [layout, above])
  useLayoutEffect(() => {
    given.current = { above, at, topOf }
  })
  useEffect(() => {
    scroller?.addEventListener('scroll', note, { passive: true })
    return () => scroller?.removeEventListener('scroll', note)
  }, [scroller, note])
  return useRef(() => held.current?.id ?? null)
}
