// The filter and order that a person chose: remembered, save for what was typed.
import { useCallback, useMemo, useState } from 'react'
import { holdKeys } from '@/shared/lib/early-keys'
import { useKept } from '@/shared/lib/kept'
import { countFilters, type Filter, NO_FILTER, SORTS, type Sort } from './filter'

export interface Filtering {
  filter: Filter
  sort: Sort
  /** The other way round; an order of one's own has no other way. */
  turned: boolean
  /** How many filters are set, the text not counted. */
  count: number
  /** How often the bar was asked for; each time its field takes the focus. */
  asked: number
  /** Whether the bar is to be seen: it was asked for, or something is filtered. */
  shown: boolean
  change: (some: Partial<Filter>) => void
  setSort: (sort: Sort) => void
  turn: () => void
  clear: () => void
  open: () => void
  close: () => void
}

export function useFilter(): Filtering {
  const [text, setText] = useState('')
  const [kept, setKept] = useKept<Omit<Filter, 'text'>>('sidebar.filter', NO_FILTER)
  const [keptSort, setSort] = useKept<Sort>('sidebar.sort', 'manual')
  const [turned, setTurned] = useKept('sidebar.sort.turned', false)
  const [asked, setAsked] = useState(0)
  const filter = useMemo(() => ({ ...NO_FILTER, ...kept, text }), [kept, text])
  const count = countFilters(filter)
  const sort = SORTS.includes(keptSort) ? keptSort : 'manual'
  const change = useCallback(
    ({ text, ...some }: Partial<Filter>) => {
      if (text !== undefined) setText(text)
      if (Object.keys(some).length > 0) setKept({ ...kept, ...some })
    },
    [kept, setKept],
  )
  const clear = useCallback(() => {
    setText('')
    setKept(NO_FILTER)
  }, [setKept])
  const shown = asked > 0 || count > 0 || text !== ''
  return {
    filter,
    sort,
    turned: turned && sort !== 'manual',
    count,
    asked,
    shown,
    change,
    setSort,
    turn: () => setTurned(!turned),
    clear,
    open: () => {
      if (!shown) holdKeys() // until its field stands
      setAsked(times => times + 1)
    },
    close: () => {
      setAsked(0)
      clear()
    },
  }
}
