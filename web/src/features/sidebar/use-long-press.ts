// A finger that rests on a row asks for its menu.
import { type PointerEvent, useRef } from 'react'

const REST = 480 // milliseconds
const STRAY = 10 // pixels a resting finger may move

export function useLongPress(onRest: (event: { target: EventTarget; x: number; y: number }) => void) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const rested = useRef(false)
  const stop = () => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
  }
  return {
    /** Whether a finger just rested; the click that follows it means nothing. True once. */
    swallow: () => {
      const was = rested.current
      rested.current = false
      return was
    },
    props: {
      onPointerDown: ({ pointerType, target, clientX: x, clientY: y }: PointerEvent) => {
        stop()
        rested.current = false
        if (pointerType !== 'touch') return
        const rest = () => {
          rested.current = true
          waiting.current = null
          navigator.vibrate?.(8)
          swallowLift()
          onRest({ target, x, y })
        }
        waiting.current = { timer: setTimeout(rest, REST), x, y }
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const at = waiting.current
        if (at && Math.hypot(clientX - at.x, clientY - at.y) > STRAY) stop()
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    },
  }
}

/** The click that a lifted finger may make would hit what has come up under it; the next touch means what it hits. */
function swallowLift(): void {
  const lifted = new AbortController()
  const capture = { capture: true, signal: lifted.signal }
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    lifted.abort()
  }
  addEventListener('click', swallow, capture)
  addEventListener('pointerdown', () => lifted.abort(), capture)
}
