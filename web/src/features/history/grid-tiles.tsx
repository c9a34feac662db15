// The rows of the grid that are in view; scrolling draws only those that come in.
import { type HTMLAttributes, memo, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { HistoryImage } from '@/shared/api/history'
import { problemOf } from '@/shared/api/problem'
import { localDay, type Shape } from '@/shared/api/shape'
import { modelName } from '@/shared/lib/batches'
import type { Box } from '@/shared/lib/use-box'
import { useScroller } from '@/shared/ui/scroller'
import css from './grid.module.css'
import { GridTile } from './grid-tile'
import history from './history.module.css'
import { type Justified, placesOf, rowAt, rowOf } from './justify'
import { dayWords } from './scrub'
import { FINE } from './use-grid-hands'
import { useChunks } from './use-items'
import { useWindow } from './use-window'
import { useWords } from './words'

export const HEAD = 38 // pixels for the name of a day

interface Props {
  sessionId: string
  shape: Shape & { view: 'grid' }
  grid: Justified
  box: Box
  names: ReadonlyMap<string, string>
  chosen: ReadonlySet<string>
  /** The index that Tab lands on. */
  current: number
  /** The index that takes the focus once it is drawn. */
  focus: RefObject<number | null>
  at: (index: number) => HistoryImage | undefined
  list: RefObject<HTMLDivElement | null>
  hands: HTMLAttributes<HTMLDivElement>
}

export function Tiles(props: Props) {
  const { sessionId, shape, grid, box, names, chosen, current, focus, at, list, hands } = props
  const t = useWords()
  const { rows, moving } = useWindow(useScroller(), grid, box)
  const ahead = box.screen * 1.5
  const from = grid.firsts[rowAt(grid, (grid.tops[rows.first] ?? 0) - ahead)] ?? 0
  const to = (grid.firsts[rowAt(grid, (grid.tops[rows.last] ?? 0) + ahead) + 1] ?? 1) - 1
  const { failed, retry } = useChunks(sessionId, shape, from, to)

  // The focus follows to a tile that is only now drawn, or that took the place of one that went.
  useLayoutEffect(() => {
    const lost = focus.current === null && wasHere.current && document.activeElement === document.body
    const wanted = lost ? current : focus.current
    const tile = wanted === null ? null : list.current?.querySelector<HTMLElement>(`[data-index="${wanted}"]`)
    if (!tile) return
    focus.current = null
    tile.focus({ preventScroll: true })
  })
  const wasHere = useRef(false)
  useEffect(() => {
    const note = () => {
      wasHere.current = list.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [list])

  const drawn: number[] = []
  for (let row = rows.first; row <= rows.last && row < grid.rows; row += 1) drawn.push(row)
  const activeRow = rowOf(grid, current)
  if (grid.rows > 0 && !drawn.includes(activeRow)) drawn.push(activeRow) // scrolling does not lose the focus
  const [lowest, highest] = [grid.firsts[rows.first] ?? 0, grid.firsts[rows.last + 1] ?? shape.total]
  const today = localDay(Date.now())
  return (
    <>
      {failed && (
        <p className={css.note} role="alert" style={{ top: grid.tops[rows.first] }}>
          {problemOf(failed).detail}
          <button type="button" className={history.button} onClick={retry}>
            {t('again')}
          </button>
        </p>
      )}
      {shape.days
        .filter(({ at }) => at >= lowest && at < highest)
        .map(({ day, at }) => (
          <h2 key={day} className={css.day} style={{ top: (grid.tops[rowOf(grid, at)] ?? 0) - HEAD + 8 }}>
            {dayWords(day, today)}
          </h2>
        ))}
      <div
        ref={list}
        role="listbox"
        aria-label={t('pictures', { count: shape.total })}
        aria-multiselectable
        className={css.list}
        data-choosing={chosen.size > 0 || undefined}
        style={{ height: grid.height }}
        {...hands}
      >
        {drawn.map(row => {
          const first = grid.firsts[row] ?? 0
          const last = (grid.firsts[row + 1] ?? 1) - 1
          const items: (HistoryImage | undefined)[] = []
          for (let index = first; index <= last; index += 1) items.push(at(index))
          return (
            <Row
              key={first - shape.total}
              {...{ row, grid, items, names, chosen, moving }}
              aspects={shape.aspects as number[]}
              current={current >= first && current <= last ? current : -1}
            />
          )
        })}
      </div>
    </>
  )
}

interface RowProps extends Pick<Props, 'grid' | 'names' | 'chosen' | 'current'> {
  row: number
  aspects: readonly number[]
  items: (HistoryImage | undefined)[]
  moving: RefObject<boolean>
}

const Row = memo(
  function Row({ row, grid, aspects, items, names, chosen, current, moving }: RowProps) {
    return placesOf(grid, aspects, row).map((place, at) => {
      const item = items[at]
      return (
        <GridTile
          key={item?.image.id ?? place.index - grid.count}
          {...place}
          total={grid.count}
          item={item}
          model={item ? modelName(item.model, names) : ''}
          chosen={item !== undefined && chosen.has(item.image.id)}
          active={place.index === current}
          draggable={FINE}
          moving={moving}
        />
      )
    })
  },
  (before, now) =>
    before.row === now.row &&
    before.grid === now.grid &&
    before.names === now.names &&
    before.chosen === now.chosen &&
    before.current === now.current &&
    before.items.length === now.items.length &&
    before.items.every((item, at) => item === now.items[at]),
)
