// Moves the plane and draws what lies behind it, once a frame, without React.
import { type RefObject, useEffect, useRef } from 'react'
import { colourOf } from '@/shared/ui/thumb'
import type { Camera } from './camera'
import { draw, inksOf } from './draw'
import { type Tree, wayTo } from './tree'

interface Painting {
  camera: Camera
  canvas: RefObject<HTMLCanvasElement | null>
  plane: RefObject<HTMLElement | null>
  tree: Tree
  current: string | null
  /** Dark or light: its colours are read anew. */
  scheme: string
}

export function usePainting({ camera, canvas, plane, tree, current, scheme }: Painting): void {
  const colours = useRef(new Map<string, string | undefined>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme means other inks
  useEffect(() => {
    const sheet = canvas.current
    const pen = sheet?.getContext('2d')
    if (!sheet || !pen) return
    const inks = inksOf(sheet)
    const way = current ? wayTo(tree, current) : new Set<string>()
    const colour = (id: string) => {
      if (!colours.current.has(id)) {
        colours.current.set(id, colourOf(tree.nodes.get(id)?.thumbhash ?? ''))
      }
      return colours.current.get(id)
    }
    const paint = (moving: boolean) => {
      const screen = camera.screen()
      if (!screen.width) return
      const density = Math.min(2, globalThis.devicePixelRatio || 1)
      const [width, height] = [Math.round(screen.width * density), Math.round(screen.height * density)]
      if (sheet.width !== width || sheet.height !== height) {
        sheet.width = width
        sheet.height = height
      }
      const view = camera.view()
      const style = plane.current?.style
      if (style) {
        style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`
        // At rest the browser draws the pictures sharp at this size; while moving it only moves what it drew.
        style.willChange = moving ? 'transform' : ''
      }
      draw(pen, { tree, view, screen, density, inks, colour, current, way })
    }
    return camera.listen(paint)
  }, [camera, canvas, plane, tree, current, scheme])
}
