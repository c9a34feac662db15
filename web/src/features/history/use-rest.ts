// A finger that rests on a picture begins to choose.
import { type PointerEvent, useCallback, useEffect, useRef } from 'react'

const REST = 450 // milliseconds
const STRAY = 10 // pixels that a resting finger may move

/** `onRest` is called with what the finger rests on; the click that its lifting makes is swallowed. */
export function useRest(onRest: (target: Element) => void) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const stop = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
  }, [])
  useEffect(() => stop, [stop])
  return {
    onPointerDown: ({ pointerType, target, clientX: x, clientY: y }: PointerEvent) => {
      stop()
      if (pointerType !== 'touch') return
      const rest = () => {
        waiting.current = null
        navigator.vibrate?.(8)
        swallowClick()
        onRest(target as Element)
      }
      waiting.current = { timer: setTimeout(rest, REST), x, y }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const at = waiting.current
      if (at && Math.hypot(clientX - at.x, clientY - at.y) > STRAY) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
}

function swallowClick(): void {
  const lifted = new AbortController()
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    lifted.abort()
  }
  addEventListener('click', swallow, { capture: true, signal: lifted.signal })
  addEventListener('contextmenu', event => event.preventDefault(), { capture: true, signal: lifted.signal })
  addEventListener('pointerdown', () => lifted.abort(), { capture: true, signal: lifted.signal })
}
