// How far down its scroller a list begins: what stands above it comes, goes and changes its height.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** Measured when something else in the scroller changed, not with every frame: that would lay out all of it each time. */
export function useMargin(list: RefObject<HTMLElement | null>, scroller: () => HTMLElement | null): number {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const outer = scroller()
    if (!outer) return
    const measure = () => {
      if (!list.current) return
      const from = outer.getBoundingClientRect().top - outer.scrollTop
      setMargin(Math.round(list.current.getBoundingClientRect().top - from))
    }
    const sizes = new ResizeObserver(measure)
    const watch = () => {
      sizes.disconnect()
      for (const part of outer.children) if (part !== list.current) sizes.observe(part)
    }
    const parts = new MutationObserver(watch)
    parts.observe(outer, { childList: true })
    watch()
    measure()
    return () => {
      parts.disconnect()
      sizes.disconnect()
    }
  }, [list, scroller])
  return margin
}
