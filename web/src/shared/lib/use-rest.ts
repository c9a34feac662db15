// A finger that rests on something asks for more: a row for its menu, a picture to be chosen.
import { type PointerEvent, useCallback, useEffect, useRef } from 'react'

const REST = 460 // milliseconds
const STRAY = 10 // pixels a resting finger may move

export interface Rest {
  target: EventTarget
  x: number
  y: number
}

interface Options {
  /** Keep the browser from opening its own menu at the same time. */
  noMenu?: boolean
}

export function useRest(onRest: (rest: Rest) => void, { noMenu = false }: Options = {}) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const rested = useRef(false)
  const stop = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
  }, [])
  useEffect(() => stop, [stop])
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
          swallowLift(noMenu)
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
function swallowLift(noMenu: boolean): void {
  const lifted = new AbortController()
  const capture = { capture: true, signal: lifted.signal }
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    lifted.abort()
  }
  addEventListener('click', swallow, capture)
  if (noMenu) addEventListener('contextmenu', event => event.preventDefault(), capture)
  addEventListener('pointerdown', () => lifted.abort(), capture)
}
