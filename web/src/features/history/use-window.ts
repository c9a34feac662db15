// Which rows of the grid are in view, as the column is scrolled.
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { type Justified, rowAt } from './justify'
import type { Box } from './use-box'

export interface Rows {
  first: number
  last: number
}

const AROUND = 320 // pixels drawn above and below what is seen

/** The rows to draw; the same value as long as they stay the same. */
export function useWindow(scroller: HTMLElement | null, grid: Justified, { above, screen }: Box): Rows {
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
    scroller?.addEventListener('scroll', look, { passive: true })
    return () => scroller?.removeEventListener('scroll', look)
  }, [scroller, look])
  return rows
}
