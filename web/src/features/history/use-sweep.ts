// Choosing with the mouse: a rectangle from an empty place takes in what it touches, scrolling at the edges.
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

export interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

interface Given {
  list: RefObject<HTMLElement | null>
  scroller: HTMLElement | null
  onBegin: (adds: boolean) => void
  onSweep: (rect: Rect) => void
  /** A press on an empty place that swept nothing. */
  onEmpty: () => void
}

const EDGE = 56 // pixels from the edge of the window in which it scrolls
const FASTEST = 22 // pixels a frame
const LEAST = 4 // pixels before a press becomes a sweep

/** Pixels a frame for a pointer at `y`: faster the nearer the edge, none between. */
export function pull(y: number, top: number, bottom: number): number {
  if (y < top + EDGE) return -Math.ceil(FASTEST * Math.min(1, (top + EDGE - y) / EDGE))
  if (y > bottom - EDGE) return Math.ceil(FASTEST * Math.min(1, (y - bottom + EDGE) / EDGE))
  return 0
}

export function useSweep({ list, scroller, onBegin, onSweep, onEmpty }: Given) {
  const [rect, setRect] = useState<Rect | null>(null)
  const told = useRef({ onBegin, onSweep, onEmpty })
  told.current = { onBegin, onSweep, onEmpty }
  const ending = useRef<AbortController | null>(null)
  useEffect(() => () => ending.current?.abort(), [])

  const onPointerDown = (event: PointerEvent) => {
    const target = event.target as Element
    if (event.button !== 0 || event.pointerType !== 'mouse' || !list.current || !scroller) return
    if (target.closest('[role="option"], button, input, select, a, [role="slider"], [role="toolbar"]')) return
    const adds = event.ctrlKey || event.metaKey || event.shiftKey
    const place = (x: number, y: number) => {
      const box = list.current?.getBoundingClientRect() ?? { left: 0, top: 0 }
      return { x: x - box.left, y: y - box.top }
    }
    const from = place(event.clientX, event.clientY)
    const pointer = { x: event.clientX, y: event.clientY }
    let sweeping = false
    let frame = 0
    ending.current?.abort()
    const over = new AbortController()
    ending.current = over
    const show = () => {
      const to = place(pointer.x, pointer.y)
      const next = {
        left: Math.min(from.x, to.x),
        right: Math.max(from.x, to.x),
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
      }
      setRect(next)
      told.current.onSweep(next)
    }
    const scroll = () => {
      const box = scroller.getBoundingClientRect()
      const speed = pull(pointer.y, box.top, box.bottom)
      if (speed !== 0) {
        scroller.scrollTop += speed
        show()
      }
      frame = requestAnimationFrame(scroll)
    }
    const move = (moved: globalThis.PointerEvent) => {
      pointer.x = moved.clientX
      pointer.y = moved.clientY
      if (!sweeping && Math.hypot(pointer.x - event.clientX, pointer.y - event.clientY) < LEAST) return
      if (!sweeping) {
        sweeping = true
        told.current.onBegin(adds)
        frame = requestAnimationFrame(scroll)
      }
      moved.preventDefault()
      show()
    }
    over.signal.addEventListener('abort', () => {
      cancelAnimationFrame(frame)
      setRect(null)
    })
    const end = () => {
      over.abort()
      if (!sweeping && !adds) told.current.onEmpty()
    }
    addEventListener('pointermove', move, { signal: over.signal })
    addEventListener('pointerup', end, { signal: over.signal })
    addEventListener('pointercancel', end, { signal: over.signal })
  }
  return { rect, onPointerDown }
}
