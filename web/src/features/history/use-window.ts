// Which rows of the grid are in view, as the column is scrolled.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Box } from '@/shared/lib/use-box'
import { type Justified, rowAt } from './justify'

export interface Rows {
  first: number
  last: number
}

const AROUND = 1000 // pixels drawn above and below what is seen

const PAUSE = 120 // milliseconds without a scroll after which it rests

/** The rows to draw, the same value as long as they stay the same; and whether it is being scrolled. */
export function useWindow(
  scroller: HTMLElement | null,
  grid: Justified,
  { above, screen }: Box,
): { rows: Rows; moving: RefObject<boolean> } {
  const moving = useRef(false)
  const [rows, setRows] = useState<Rows>({ first: 0, last: 0 })
  const look = useCallback(() => {
    if (!scroller) return
    const y = scroller.scrollTop - above
    const first = rowAt(grid, y - AROUND)
    const last = rowAt(grid, y + screen + AROUND)
    setRows(known => (known.first === first && known.last === last ? known : { first, last }))
  }, [scroller, grid, above, screen])
  useLayoutEffect(look, [look])
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined
    const move = () => {
      look()
      moving.current = true
      clearTimeout(pause)
      pause = setTimeout(() => {
        moving.current = false
      }, PAUSE)
    }
    scroller?.addEventListener('scroll', move, { passive: true })
    return () => {
      clearTimeout(pause)
      scroller?.removeEventListener('scroll', move)
    }
  }, [scroller, look])
  return { rows, moving }
}
