// Which rows of a plain list are picked: one by one, with Shift from the last one to this one, or all.
import { useMemo, useRef, useState } from 'react'

export interface Picked {
  ids: ReadonlySet<string>
  toggle: (id: string, range: boolean) => void
  all: () => void
  clear: () => void
}

/** What is picked of `order`; rows that went away are picked no longer. */
export function usePicked(order: readonly string[]): Picked {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const ids = useMemo(() => new Set(order.filter(id => chosen.has(id))), [order, chosen])
  const toggle = (id: string, range: boolean) => {
    const next = new Set(ids)
    const from = range && last.current !== null ? order.indexOf(last.current) : -1
    const to = order.indexOf(id)
    const add = !ids.has(id)
    const touched = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
    for (const one of touched) {
      if (add) next.add(one)
      else next.delete(one)
    }
    last.current = id
    setChosen(next)
  }
  return { ids, toggle, all: () => setChosen(new Set(order)), clear: () => setChosen(new Set()) }
}
