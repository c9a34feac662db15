// The list is found again where it was scrolled to.
import { useLayoutEffect, useRef } from 'react'
import { readKept, writeKept } from '@/shared/lib/kept'

const SCROLLED = 'sidebar.scrolled'
let keeping: ReturnType<typeof setTimeout> | undefined

export function useKeptScroll(scroller: () => HTMLElement | null, filled: boolean, keep: boolean) {
  const restored = useRef(false)
  useLayoutEffect(() => {
    const element = scroller()
    if (!filled || restored.current || !element) return
    restored.current = true
    element.scrollTop = readKept(SCROLLED, 0)
  }, [filled, scroller])
  return () => {
    const top = scroller()?.scrollTop
    if (!restored.current || !keep || top === undefined) return
    clearTimeout(keeping)
    keeping = setTimeout(() => writeKept(SCROLLED, top), 200)
  }
}
