// Looking at a lineage: where it begins, what follows the current picture, and what stays when it grows.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Camera } from './camera'
import { PLACE, type Tree } from './tree'
import { around, fitted, keptNear, leastScale, movedBy, revealed, type View, zoomAt } from './view'

interface Given {
  camera: Camera
  tree: Tree
  current: string | null
  board: RefObject<HTMLElement | null>
}

const READABLE = 0.42 // smaller than this a lineage does not begin

export function useLooking({ camera, tree, current, board }: Given) {
  const { layout } = tree
  const focusing = useRef<string | null>(null)
  const begun = useRef(false)
  const before = useRef(layout)
  const last = useRef(current)
  const whole = useRef<View | null>(null) // looked at now, unless something moved since

  const showAll = useCallback(
    (all: View) => {
      whole.current = all
      camera.set(all)
    },
    [camera],
  )

  // It begins with everything, or with the newest picture where everything would be too small.
  useEffect(() => {
    if (begun.current) return
    return camera.listen(() => {
      const screen = camera.screen()
      if (begun.current || !screen.width) return
      begun.current = true
      const all = fitted(layout, screen)
      const place = current ? layout.places.get(current) : undefined
      if (all.scale >= READABLE || !place) showAll(all)
      else camera.set(keptNear(around({ ...place, ...PLACE }, screen, 0.8), layout, screen))
    })
  }, [camera, layout, current, showAll])

  // Who looks at everything goes on doing so when the window changes.
  useEffect(() => {
    let { width, height } = camera.screen()
    return camera.listen(() => {
      const screen = camera.screen()
      if (screen.width === width && screen.height === height) return
      ;({ width, height } = screen)
      if (camera.view() === whole.current) showAll(fitted(layout, screen))
      else if (begun.current) camera.set(keptNear(camera.view(), layout, screen))
    })
  }, [camera, layout, showAll])

  // When it grows or folds, the current picture stays where it is seen; or everything goes on being seen.
  useLayoutEffect(() => {
    // What was looked at and is folded away now: the picture it is folded into stands in its place.
    const looked = layout === before.current ? current : last.current
    last.current = current
    const all = fitted(layout, camera.screen())
    const grown = layout.places.size > before.current.places.size
    if (grown && camera.view() === whole.current && all.scale >= READABLE) {
      before.current = layout
      showAll(all)
      return
    }
    const was = looked ? before.current.places.get(looked) : undefined
    const is = current ? layout.places.get(current) : undefined
    before.current = layout
    if (!begun.current || !was || !is || (was.x === is.x && was.y === is.y)) return
    const view = camera.view()
    camera.set(movedBy(view, (was.x - is.x) * view.scale, (was.y - is.y) * view.scale))
  }, [camera, layout, current, showAll])

  const focus = useCallback(() => {
    const element = board.current?.querySelector<HTMLElement>(`[data-id="${focusing.current}"]`)
    if (!element) return
    focusing.current = null
    element.focus({ preventScroll: true })
  }, [board])
  const reveal = useCallback(
    (id: string) => {
      const place = layout.places.get(id)
      if (!place) return
      const view = camera.view()
      const next = revealed(view, { ...place, ...PLACE }, camera.screen())
      if (next !== view) camera.glide(next)
    },
    [camera, layout],
  )
  // The element of the current picture, or its place, may come a drawing later than the choice.
  useEffect(() => {
    if (focusing.current === null || focusing.current !== current) return
    reveal(current)
    focus()
  })

  const follow = useCallback(
    (id: string) => {
      focusing.current = id
      reveal(id)
      focus()
    },
    [reveal, focus],
  )
  const zoom = useCallback(
    (factor: number) => {
      const screen = camera.screen()
      const view = camera.view()
      const place = current ? layout.places.get(current) : undefined
      const seen = place && revealed(view, { ...place, ...PLACE }, screen) === view ? place : null
      // Towards the current picture where it is in view, else towards the middle.
      const at = seen
        ? {
            x: view.x + (seen.x + PLACE.width / 2) * view.scale,
            y: view.y + (seen.y + PLACE.height / 2) * view.scale,
          }
        : { x: screen.width / 2, y: screen.height / 2 }
      const next = zoomAt(view, factor, at, leastScale(layout, screen))
      camera.glide(keptNear(next, layout, screen))
    },
    [camera, layout, current],
  )
  const fit = useCallback(() => {
    whole.current = fitted(layout, camera.screen())
    camera.glide(whole.current)
  }, [camera, layout])
  return { follow, zoom, fit }
}
