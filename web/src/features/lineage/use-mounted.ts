// Which pictures of a lineage are on the page: those in view, a few more in every frame, never all.
import { useEffect, useRef, useState } from 'react'
import type { Camera } from './camera'
import type { Layout } from './layout'
import { HEIGHT, WIDTH } from './sizes'
import { type Level, levelOf, seen, touches } from './view'

const SOON = 0.2 // of the screen around it: what comes into view next
const STAY = 0.6 // what has been there stays so far away
const EACH = 8 // new ones in a frame while moving
const MOST = 420

interface Mounted {
  ids: string[]
  level: Level
}

export function useMounted(camera: Camera, layout: Layout): Mounted {
  const [mounted, setMounted] = useState<Mounted>({ ids: [], level: 'near' })
  const last = useRef(mounted)
  useEffect(() => {
    const look = (moving: boolean) => {
      const before = last.current
      const view = camera.view()
      const screen = camera.screen()
      if (!screen.width) return
      const level = levelOf(view.scale)
      const ids: string[] = []
      let changed = level !== before.level
      if (level === 'far') {
        // Hidden, not taken off, while it may only be passing by: coming back costs nothing then.
        if (moving) ids.push(...before.ids)
      } else {
        const near = seen(view, screen, SOON)
        const wide = seen(view, screen, STAY)
        const known = new Set(before.ids)
        for (const id of before.ids) {
          const place = layout.places.get(id)
          if (place && touches(wide, place.x, place.y, WIDTH, HEIGHT)) ids.push(id)
        }
        let room = moving ? EACH : MOST
        for (const { id, x, y } of layout.places.values()) {
          if (known.has(id) || ids.length >= MOST || !touches(near, x, y, WIDTH, HEIGHT)) continue
          if (room-- <= 0) {
            camera.again() // the rest in the next frames
            break
          }
          ids.push(id)
          changed = true
        }
      }
      if (!changed && ids.length === before.ids.length) return
      last.current = { ids, level }
      setMounted(last.current)
    }
    return camera.listen(look)
  }, [camera, layout])
  return mounted
}
