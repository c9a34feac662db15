// What wheel, mouse and fingers do to the plane: move it, zoom it, and tell presses from drags.
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useRef } from 'react'
import type { Camera } from './camera'
import { keptNear, leastScale, movedBy, type Size, zoomAt } from './view'

const SLIP = 5 // pixels that a press may move before it is a drag

export function useHands(frame: HTMLElement | null, camera: Camera, plane: Size) {
  const held = useRef(new Map<number, { x: number; y: number }>())
  const dragged = useRef(false)
  const began = useRef({ x: 0, y: 0 })

  const zoom = useCallback(
    (factor: number, at?: { x: number; y: number }, smooth = false) => {
      const screen = camera.screen()
      const middle = at ?? { x: screen.width / 2, y: screen.height / 2 }
      const next = zoomAt(camera.view(), factor, middle, leastScale(plane, screen))
      const near = keptNear(next, plane, screen)
      if (smooth) camera.glide(near)
      else camera.set(near)
    },
    [camera, plane],
  )
  const move = useCallback(
    (x: number, y: number) => camera.set(keptNear(movedBy(camera.view(), x, y), plane, camera.screen())),
    [camera, plane],
  )

  useEffect(() => {
    if (!frame) return
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const unit = event.deltaMode === 0 ? 1 : 16
      const [x, y] = [event.deltaX * unit, event.deltaY * unit]
      // A pinch on a touch pad comes as a wheel with Ctrl, and two fingers moving as one that also goes sideways.
      if (event.shiftKey && !x) move(-y, 0)
      else if (!event.ctrlKey && x) move(-x, -y)
      else zoom(Math.exp(-y / (event.ctrlKey ? 120 : 400)), placeIn(frame, event))
    }
    frame.addEventListener('wheel', turn, { passive: false })
    return () => frame.removeEventListener('wheel', turn)
  }, [frame, move, zoom])

  const drop = (event: PointerEvent<HTMLElement>) => void held.current.delete(event.pointerId)
  return {
    zoom,
    hands: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        if (!held.current.size) {
          dragged.current = false
          began.current = { x: event.clientX, y: event.clientY }
        }
        held.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = held.current.get(event.pointerId)
        if (!from) return
        const to = { x: event.clientX, y: event.clientY }
        if (!dragged.current) {
          if (held.current.size === 1 && apart(began.current, to) < SLIP) return
          dragged.current = true
        }
        // Only now: a press that is captured never reaches the button under it.
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) {
          event.currentTarget.setPointerCapture(event.pointerId)
        }
        const other = [...held.current].find(([id]) => id !== event.pointerId)?.[1]
        held.current.set(event.pointerId, to)
        const fingers = held.current.size
        move((to.x - from.x) / fingers, (to.y - from.y) / fingers)
        if (other) {
          const middle = { clientX: (to.x + other.x) / 2, clientY: (to.y + other.y) / 2 }
          zoom(apart(to, other) / Math.max(1, apart(from, other)), placeIn(event.currentTarget, middle))
        }
      },
      /** A press may become a drag: only the click gives the focus. */
      onMouseDown: (event: MouseEvent) => {
        if (!(event.target as Element).closest('button')) event.preventDefault()
      },
      onPointerUp: drop,
      onPointerCancel: drop,
      /** The click that ends a drag means nothing. */
      onClickCapture: (event: MouseEvent) => {
        if (dragged.current) event.stopPropagation()
        dragged.current = false
      },
    },
  }
}

function apart(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

function placeIn(frame: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const { left, top } = frame.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}
