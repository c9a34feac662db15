// Where a list lies in the column that scrolls it, and how large the column's window is.
import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Box {
  /** The list's width. */
  width: number
  /** How far below the scroller's top it begins. */
  above: number
  /** The height of what is seen at once. */
  screen: number
}

/** All in pixels; zeros before it is on the page. */
export function useBox(list: RefObject<HTMLElement | null>, scroller: HTMLElement | null): Box {
  const [box, setBox] = useState<Box>({ width: 0, above: 0, screen: 0 })
  useLayoutEffect(() => {
    const element = list.current
    const content = element?.closest('section')?.parentElement
    if (!element || !content || !scroller) return
    const measure = () => {
      const top =
        element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
      const next = { width: element.clientWidth, above: Math.round(top), screen: scroller.clientHeight }
      setBox(known =>
        known.width === next.width && known.above === next.above && known.screen === next.screen
          ? known
          : next,
      )
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    watch.observe(scroller)
    for (const child of content.children) watch.observe(child)
    return () => watch.disconnect()
  }, [list, scroller])
  return box
}
