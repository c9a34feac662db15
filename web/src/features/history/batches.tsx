// The batches of the timeline: laid out by the shape, drawn and measured where they are seen, walked by keys.
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { problemOf } from '@/shared/api/problem'
import { chunkOfId, firstsOf, type Shape } from '@/shared/api/shape'
import type { Batch } from '@/shared/api/types'
import { useNow } from '@/shared/lib/ago'
import { isRunning } from '@/shared/lib/batches'
import { useBox } from '@/shared/lib/use-box'
import { useScroller } from '@/shared/ui/scroller'
import { BatchView } from './batch'
import css from './history.module.css'
import { shownIn } from './shown'
import { useAnchor } from './use-anchor'
import { useItems } from './use-items'
import { isInFront, usePictureKeys } from './use-picture-keys'
import { useTimelineAsks } from './use-timeline-asks'
import { useTrash } from './use-trash'
import { useHeights, Waiting } from './waiting'
import { walk } from './walk'
import { useWords } from './words'

const Scrubber = lazy(() => import('./scrubber'))

interface Props {
  sessionId: string
  shape: Shape & { view: 'timeline' }
  names: ReadonlyMap<string, string>
  top: RefObject<() => string | null>
  onOpenImage: (imageId: string) => void
}

const LONG = 3 // screens of history from which on dates are worth a place at the edge
const NEAR = 12 // batches around those drawn that are read ahead

/** Where the focus is, or shall be: a tile, or the first or last one of a batch that is not read yet. */
interface Place {
  /** Counted from the end: it stays the same while new batches come on top. */
  fromEnd: number
  id: string | null
  edge: 'first' | 'last'
  /** The number of its tile in the batch. */
  at?: number
}

export function Batches({ sessionId, shape, names, top, onOpenImage }: Props) {
  const t = useWords()
  const scroller = useScroller()
  const list = useRef<HTMLDivElement>(null)
  const { width, above, screen } = useBox(list, scroller)
  const now = useNow()
  const [active, setActive] = useState<Place | null>(null)
  const [wanted, setWanted] = useState<Place | null>(null)
  const { total } = shape
  const held = active && active.fromEnd <= total ? total - active.fromEnd : undefined

  const heights = useHeights(shape.aspects as number[][], width)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller,
    getItemKey: useCallback((at: number) => total - at, [total]),
    estimateSize: at => heights(at),
    scrollMargin: above,
    scrollPaddingStart: 90,
    overscan: 3,
    // A batch that comes in above must not push what is being looked at.
    anchorTo: (scroller?.scrollTop ?? 0) > above ? 'end' : 'start',
    enabled: width > 0,
    // The batch with the focus stays on the page, or scrolling would lose the focus.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan)
      const to = Math.min(count - 1, endIndex + overscan)
      const shown = Array.from({ length: to - from + 1 }, (_, at) => from + at)
      if (held === undefined || (held >= from && held <= to)) return shown
      return [...shown, held].sort((a, b) => a - b)
    },
  })
  const long = shape.days.length > 1 && virtual.getTotalSize() > LONG * screen
  const rows = virtual.getVirtualItems()
  const seen = rows.filter(({ index }) => index !== held)
  const first = seen[0]?.index ?? held ?? 0
  const last = seen.at(-1)?.index ?? held ?? 0
  const items = useItems(sessionId, shape, first - NEAR, last + NEAR)
  const batchAt = (index: number): Batch | undefined => {
    const batch = items.at(index)
    return batch && shownIn(batch, shape.filters)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width changes every height
  useEffect(() => virtual.measure(), [width])

  const indexOf = (batchId: string) => {
    const number = chunkOfId(shape, batchId)
    const start = firstsOf(shape)[number] ?? 0
    for (let at = start; at < start + (shape.chunks[number]?.count ?? 0); at += 1) {
      if (items.at(at)?.id === batchId) return at
    }
    return -1
  }
  top.current = useAnchor({
    scroller,
    above,
    at: y => {
      const row = virtual.getVirtualItemForOffset(y + above)
      return row ? { index: row.index, top: row.start - above, id: items.at(row.index)?.id } : null
    },
    topOf: id => {
      const at = indexOf(id)
      const start = virtual.measurementsCache[at]?.start
      return start === undefined ? null : start - above
    },
    layout: shape.born,
  }).current

  const placeOf = useCallback(
    (index: number, id: string | null, edge: Place['edge'] = 'first'): Place => ({
      fromEnd: total - index,
      id,
      edge,
    }),
    [total],
  )
  const goTo = (index: number, id: string | null, edge: Place['edge'] = 'first') => {
    const place = placeOf(index, id, edge)
    if (id !== null) setActive(place)
    setWanted(place)
    if (!rows.some(row => row.index === index)) virtual.scrollToIndex(index, { align: 'auto' })
  }
  // What was not read yet when a key led there gets the focus as soon as it is.
  const waiting = wanted?.id === null ? tileAt(batchAt(total - wanted.fromEnd), wanted.edge) : undefined
  useEffect(() => {
    if (!waiting || !wanted) return
    const place = { ...wanted, id: waiting }
    setActive(place)
    setWanted(place)
  }, [waiting, wanted])

  const reach = (from: number, step: 1 | -1): number => {
    let at = from + step
    while (batchAt(at)?.generations.length === 0) at += step // nothing of it is left
    return at
  }
  const step = (id: string, index: number, key: string) => {
    if (key === 'Home') return goTo(0, null)
    if (key === 'End') return goTo(total - 1, null, 'last')
    const [before, after] = [reach(index, -1), reach(index, 1)]
    const near = [before, index, after].flatMap(at => batchAt(at) ?? [])
    const to = walk(near, width, id, key)
    if (to !== null) {
      const found = [before, index, after].find(at => batchAt(at)?.generations.some(made => made.id === to))
      return goTo(found ?? index, to)
    }
    const down = key === 'ArrowDown' || key === 'ArrowRight'
    const next = down ? after : before
    const known = batchAt(next) !== undefined || !key.startsWith('Arrow')
    if (!known && next >= 0 && next < total) goTo(next, null, down ? 'first' : 'last')
  }
  const newest = useRef({ step, batchAt, indexOf })
  newest.current = { step, batchAt, indexOf }
  const trash = useTrash((id, index) => {
    newest.current.step(id, index, 'ArrowRight')
  })
  const press = (event: KeyboardEvent) => {
    const from = (event.target as Element).getAttribute('data-generation')
    const row = Number((event.target as Element).closest('[data-index]')?.getAttribute('data-index') ?? -1)
    if (!from || row < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    if (!WALKED.has(event.key)) return
    event.preventDefault()
    step(from, row, event.key)
  }
  useTimelineAsks({ sessionId, shape, items, indexOf, goTo, virtual, scroller })
  const current =
    held === undefined ? undefined : batchAt(held)?.generations.find(({ id }) => id === active?.id)
  const hasFocus = () => isInFront() && list.current?.contains(document.activeElement) === true
  usePictureKeys({
    sessionId,
    images: () => (hasFocus() && current?.image ? [current.image] : []),
    isUnmade: () => hasFocus() && current !== undefined && !current.image && !isRunning(current),
    onTrash: () => {
      if (current && held !== undefined) trash(current.id, held, [current.image?.id ?? current.id])
    },
  })
  const focused = useCallback(
    (index: number, id: string) => {
      const at = tilesOf(newest.current.batchAt(index)).indexOf(id)
      setActive({ ...placeOf(index, id), at })
      setWanted(null)
    },
    [placeOf],
  )
  // The tile with the focus may go while it has it: the one in its place gets it then.
  const gone = active !== null && held !== undefined && batchAt(held) !== undefined && !current
  useEffect(() => {
    if (!gone || held === undefined || !active) return
    const left = tilesOf(batchAt(held))
    const after = reach(held, 1)
    const id = left[Math.min(active.at ?? 0, left.length - 1)] ?? tilesOf(batchAt(after))[0]
    if (id === undefined) setActive(null)
    else if (document.activeElement === document.body) goTo(left.includes(id) ? held : after, id)
    else setActive(placeOf(left.includes(id) ? held : after, id))
  })
  const tabbed = current ? active : placeOf(first, tileAt(batchAt(first), 'first') ?? null)

  return (
    <>
      {items.failed && (
        <p className={css.foot} role="alert">
          {problemOf(items.failed).detail}{' '}
          <button type="button" className={css.button} onClick={items.retry}>
            {t('again')}
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys walk over the tiles inside, which are focusable */}
      <div ref={list} className={css.list} style={{ height: virtual.getTotalSize() }} onKeyDown={press}>
        {rows.map(row => {
          const batch = batchAt(row.index)
          const isTabbed = tabbed !== null && total - tabbed.fromEnd === row.index
          const isWanted = wanted !== null && total - wanted.fromEnd === row.index
          return (
            <div
              key={row.key}
              ref={batch && virtual.measureElement}
              data-index={row.index}
              className={css.row}
              style={{ transform: `translateY(${row.start - above}px)` }}
            >
              {batch === undefined ? (
                <Waiting aspects={(shape.aspects[row.index] as number[] | undefined) ?? []} width={width} />
              ) : (
                batch.generations.length > 0 && (
                  <BatchView
                    {...{ batch, names, width, now, sessionId }}
                    index={row.index}
                    active={isTabbed ? tabbed.id : null}
                    wanted={isWanted ? wanted.id : null}
                    onFocus={focused}
                    onOpen={onOpenImage}
                    onTrash={trash}
                  />
                )
              )}
            </div>
          )
        })}
      </div>
      {long && (
        <Suspense fallback={null}>
          <Scrubber
            days={shape.days}
            height={virtual.getTotalSize()}
            above={above}
            topOf={index => (virtual.measurementsCache[index]?.start ?? above) - above}
            layout={virtual.measurementsCache}
          />
        </Suspense>
      )}
    </>
  )
}

const WALKED = new Set(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'])

function tilesOf(batch: Batch | undefined): string[] {
  return [...(batch?.generations ?? [])]
    .sort((one, other) => one.position - other.position)
    .map(({ id }) => id)
}

function tileAt(batch: Batch | undefined, edge: Place['edge']): string | undefined {
  return tilesOf(batch).at(edge === 'first' ? 0 : -1)
}
