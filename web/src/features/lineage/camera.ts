// Holds the view and tells of it once a frame: moving the plane draws nothing anew in React.
import type { Size, View } from './view'

export interface Camera {
  view: () => View
  screen: () => Size
  resize: (screen: Size) => void
  /** Looks there at once. */
  set: (view: View) => void
  /** Looks there by a short way, at once where things shall not move. */
  glide: (view: View) => void
  /** Tells the listeners in the next frame though nothing moved. */
  again: () => void
  /** Calls back in every frame in which something changed; returns how to stop. */
  listen: (hear: (moving: boolean) => void) => () => void
}

const WAY = 200 // milliseconds of a glide
const REST = 160 // after the last move it counts as standing still

export function makeCamera(): Camera {
  let view: View = { x: 0, y: 0, scale: 1 }
  let screen: Size = { width: 0, height: 0 }
  let asked = 0
  let way: { from: View; to: View; since: number } | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  let moving = false
  const hearers = new Set<(moving: boolean) => void>()

  const paint = (now: number) => {
    asked = 0
    if (way) {
      const part = Math.min(1, Math.max(0, (now - way.since) / WAY))
      view = between(way.from, way.to, 1 - (1 - part) ** 3)
      if (part === 1) way = null
      else move()
    }
    for (const hear of hearers) hear(moving)
  }
  const again = () => {
    if (asked === 0) asked = requestAnimationFrame(paint)
  }
  const move = () => {
    moving = true
    clearTimeout(rest)
    rest = setTimeout(() => {
      moving = false
      again()
    }, REST)
    again()
  }
  const set = (next: View) => {
    way = null
    view = next
    move()
  }
  return {
    view: () => view,
    screen: () => screen,
    resize: next => {
      screen = next
      again()
    },
    set,
    glide: next => {
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return set(next)
      way = { from: view, to: next, since: performance.now() }
      move()
    },
    again,
    listen: hear => {
      hearers.add(hear)
      again()
      return () => {
        hearers.delete(hear)
      }
    },
  }
}

function between(from: View, to: View, part: number): View {
  if (part === 1) return to
  const at = (one: number, other: number) => one + (other - one) * part
  return { x: at(from.x, to.x), y: at(from.y, to.y), scale: at(from.scale, to.scale) }
}
