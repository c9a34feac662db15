// Dragging by keyboard: rows are taken up, carried by the arrow keys, put down by Enter.
import { type KeyboardEvent, useRef, useState } from 'react'
import { folderOf, makeRules, type Rules, type Spot, spotOf, stepSpot } from './drop'
import type { Line } from './lines'
import type { Tree } from './tree'

export interface Carry {
  ids: readonly string[]
  spot: Spot
}

interface Asked {
  tree: Tree
  lines: readonly Line[]
  ordered: boolean
  fold: (ids: readonly string[], open: boolean) => void
  onMove: (ids: readonly string[], spot: Spot) => void
  /** Bring a line into view. */
  onShow: (index: number) => void
  /** It ended: put down, or left where it was. */
  onEnd: (moved: boolean) => void
}

export function useCarry({ tree, lines, ordered, fold, onMove, onShow, onEnd }: Asked) {
  const [carry, setCarry] = useState<Carry | null>(null)
  const rules = useRef<Rules>({ moving: new Set(), refuse: () => null })

  const start = (ids: readonly string[]) => {
    const first = ids[0]
    if (first === undefined) return
    rules.current = makeRules(tree, ids)
    setCarry({ ids, spot: spotOf(lines, first, ordered) })
  }
  const stop = (moved: boolean) => {
    setCarry(null)
    onEnd(moved)
  }
  const go = (step: 1 | -1) => {
    if (!carry) return
    const spot = stepSpot(lines, carry.spot, step, ordered, rules.current)
    if (!spot) return
    setCarry({ ...carry, spot })
    onShow('index' in spot ? Math.min(spot.index, lines.length - 1) : indexOf(lines, spot.folder))
  }
  /** Answers a press while something is carried; every key is its own then. */
  const press = (event: KeyboardEvent) => {
    if (!carry || event.key === 'Tab') {
      if (carry) stop(false)
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'ArrowDown') go(1)
    else if (event.key === 'ArrowUp') go(-1)
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const at = folderOf(lines, carry.spot)
      if ('folder' in carry.spot) fold([at], event.key === 'ArrowRight')
    } else if (event.key === 'Escape') stop(false)
    else if (event.key === 'Enter' || event.key === ' ') {
      onMove(carry.ids, carry.spot)
      stop(true)
    }
  }
  return { carry, start, press, stop }
}

function indexOf(lines: readonly Line[], id: string): number {
  return lines.findIndex(line => line.id === id)
}
