// One zoom and place for all panes, moved by wheel, pointer, two fingers, double click and keys.
import { type PointerEvent, type RefCallback, useCallback, useRef, useState } from 'react'
import { FITTED, moveBy, type View, zoomAt } from './pan'

export interface Pan {
  view: View
  zoom: (factor: number) => void
  toggle: () => void
  fit: () => void
  move: (x: number, y: number) => void
  /** For every pane: hears the wheel, which React may not stop. */
  watch: RefCallback<HTMLElement>
  hands: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: (event: PointerEvent<HTMLElement>) => void
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void
    onDoubleClick: (event: { currentTarget: HTMLElement; clientX: number; clientY: number }) => void
  }
}

const MIDDLE = { x: 0, y: 0 }
const LARGER = 3

export function usePan(): Pan {
  const [view, setView] = useState(FITTED)
  const held = useRef(new Map<number, { x: number; y: number }>())

  const watch = useCallback((pane: HTMLElement | null) => {
    if (!pane) return
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const step = event.deltaMode === 0 ? event.deltaY : event.deltaY * 16
      const at = placeIn(pane, event)
      setView(now => zoomAt(now, Math.exp(-step / 400), at))
    }
    pane.addEventListener('wheel', turn, { passive: false })
    return () => pane.removeEventListener('wheel', turn)
  }, [])

  const drop = (event: PointerEvent<HTMLElement>) => void held.current.delete(event.pointerId)
  return {
    view,
    watch,
    zoom: factor => setView(now => zoomAt(now, factor, MIDDLE)),
    toggle: () => setView(now => (now.scale > 1.01 ? FITTED : zoomAt(FITTED, LARGER, MIDDLE))),
    fit: () => setView(FITTED),
    move: (x, y) => setView(now => moveBy(now, x, y)),
    hands: {
      onPointerDown: event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove: event => {
        const from = held.current.get(event.pointerId)
        if (!from) return
        const pane = event.currentTarget
        const to = { x: event.clientX, y: event.clientY }
        const { width, height } = pane.getBoundingClientRect()
        const fingers = held.current.size
        const other = [...held.current].find(([id]) => id !== event.pointerId)?.[1]
        held.current.set(event.pointerId, to)
        setView(now => {
          const moved = moveBy(now, (to.x - from.x) / width / fingers, (to.y - from.y) / height / fingers)
          if (!other) return moved
          const factor = apart(to, other) / Math.max(1, apart(from, other))
          const middle = { clientX: (to.x + other.x) / 2, clientY: (to.y + other.y) / 2 }
          return zoomAt(moved, factor, placeIn(pane, middle))
        })
      },
      onPointerUp: drop,
      onPointerCancel: drop,
      onDoubleClick: event => {
        const at = placeIn(event.currentTarget, event)
        setView(now => (now.scale > 1.01 ? FITTED : zoomAt(FITTED, LARGER, at)))
      },
    },
  }
}

function apart(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

/** From the middle of the pane, -0.5 to 0.5. */
function placeIn(pane: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const { left, top, width, height } = pane.getBoundingClientRect()
  return { x: (clientX - left) / width - 0.5, y: (clientY - top) / height - 0.5 }
}
