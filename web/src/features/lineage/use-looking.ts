// Looking at a lineage: where it begins, what follows the current picture, and what stays when it grows.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Camera } from './camera'
import { PLACE, type Tree } from './tree'
import { around, fitted, keptNear, leastScale, movedBy, revealed, zoomAt } from './view'

interface Given {
  camera: Camera
  tree: Tree
  current: string | null
  board: RefObject<HTMLElement | null>
}

const READABLE = 0.55 // smaller than this a lineage does not begin

export function useLooking({ camera, tree, current, board }: Given) {
  const { layout } = tree
  const focusing = useRef<string | null>(null)
  const begun = useRef(false)
  const before = useRef(layout)

  // It begins with everything, or with the newest picture where everything would be too small.
  useEffect(() => {
    if (begun.current) return
    return camera.listen(() => {
      const screen = camera.screen()
      if (begun.current || !screen.width) return
      begun.current = true
      const whole = fitted(layout, screen)
      const place = current ? layout.places.get(current) : undefined
      const near = place ? around({ ...place, ...PLACE }, screen, 0.8) : whole
      camera.set(whole.scale >= READABLE ? whole : keptNear(near, layout, screen))
    })
  }, [camera, layout, current])

  // When it grows or folds, the current picture stays where it is seen.
  useLayoutEffect(() => {
    const was = current ? before.current.places.get(current) : undefined
    const is = current ? layout.places.get(current) : undefined
    before.current = layout
    if (!begun.current || !was || !is || (was.x === is.x && was.y === is.y)) return
    const view = camera.view()
    camera.set(movedBy(view, (was.x - is.x) * view.scale, (was.y - is.y) * view.scale))
  }, [camera, layout, current])

  // The element of the current picture may come a drawing later than the choice.
  useEffect(() => {
    if (focusing.current === null || focusing.current !== current) return
    focusing.current = null
    board.current?.querySelector<HTMLElement>(`[data-id="${current}"]`)?.focus({ preventScroll: true })
  })

  const follow = useCallback(
    (id: string) => {
      focusing.current = id
      const place = layout.places.get(id)
      if (!place) return
      const view = camera.view()
      const next = revealed(view, { ...place, ...PLACE }, camera.screen())
      if (next !== view) camera.glide(next)
    },
    [camera, layout],
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
  const fit = useCallback(() => camera.glide(fitted(layout, camera.screen())), [camera, layout])
  return { follow, zoom, fit }
}
