// Scrolls a list while something is dragged near its upper or lower edge.
import { useRef } from 'react'

const EDGE = 44 // pixels in which it scrolls
const FASTEST = 14 // pixels a frame, at the very edge

/** `onScrolled` is called after each step: what lies under the pointer is another row then. */
export function useEdgeScroll(scroller: () => HTMLElement | null, onScrolled: () => void) {
  const frame = useRef(0)
  const place = useRef<number | null>(null)
  const tell = useRef(onScrolled)
  tell.current = onScrolled

  const stop = () => {
    cancelAnimationFrame(frame.current)
    frame.current = 0
    place.current = null
  }
  const step = () => {
    const list = scroller()
    if (!list || place.current === null) return stop()
    const speed = speedAt(place.current, list.getBoundingClientRect())
    if (speed === 0) return stop()
    const before = list.scrollTop
    list.scrollTop += speed
    if (list.scrollTop !== before) tell.current()
    frame.current = requestAnimationFrame(step)
  }
  const at = (y: number) => {
    place.current = y
    if (frame.current === 0) frame.current = requestAnimationFrame(step)
  }
  return {
    stop,
    at,
    /** The pointer is not over the list: above and below it the list scrolls on. */
    past: ({ clientX: x, clientY: y }: { clientX: number; clientY: number }) => {
      const box = scroller()?.getBoundingClientRect()
      if (box && isPast({ x, y }, box)) at(y)
      else stop()
    },
  }
}

/** Pixels a frame for a pointer at `y`: faster the nearer the edge, none in the middle. */
export function speedAt(y: number, { top, bottom }: { top: number; bottom: number }): number {
  if (y < top + EDGE) return -Math.ceil(FASTEST * Math.min(1, (top + EDGE - y) / EDGE))
  if (y > bottom - EDGE) return Math.ceil(FASTEST * Math.min(1, (y - bottom + EDGE) / EDGE))
  return 0
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Whether a pointer is above or below a list, not beside it. */
export function isPast({ x, y }: { x: number; y: number }, { left, right, top, bottom }: Box): boolean {
  return x >= left && x <= right && (y < top || y > bottom)
}
