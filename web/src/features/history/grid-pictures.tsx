// The pictures of the grid: laid out exactly, drawn where they are seen, walked, chosen and judged.
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { chunkQuery } from '@/shared/api/history'
import { useOrganise } from '@/shared/api/organise'
import { problemOf } from '@/shared/api/problem'
import { useModels } from '@/shared/api/reads'
import { chunkOfId, firstsOf, localDay, type Shape } from '@/shared/api/shape'
import type { Image } from '@/shared/api/types'
import { useAsk } from '@/shared/lib/asks'
import { modelName } from '@/shared/lib/batches'
import { useScroller } from '@/shared/ui/scroller'
import css from './grid.module.css'
import { GridTile } from './grid-tile'
import history from './history.module.css'
import { HoverFacts } from './hover-facts'
import { justify, placeOf, placesOf, rowAt, rowOf, within } from './justify'
import { dayWords } from './scrub'
import { Scrubber } from './scrubber'
import { useAnchor } from './use-anchor'
import { useBox } from './use-box'
import { useChoice } from './use-choice'
import { useGridHands } from './use-grid-hands'
import { useItems } from './use-items'
import { usePictureKeys } from './use-picture-keys'
import { useSweep } from './use-sweep'
import { useWindow } from './use-window'
import { useWords } from './words'

const BulkBar = lazy(() => import('./bulk-bar'))

interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

const HEAD = 38 // pixels for the name of a day
const COVERED = 84 // pixels at the top of the window that the composer may cover
const FINE = matchMedia('(pointer: fine)').matches // a finger that rests chooses; only a mouse drags

interface PicturesProps extends Props {
  shape: Shape & { view: 'grid' }
  size: number
  top: React.RefObject<() => string | null>
}

export function Pictures({ sessionId, shape, size, top, onOpenImage }: PicturesProps) {
  const t = useWords()
  const cache = useQueryClient()
  const models = useModels().data
  const names = useMemo(() => new Map(models?.map(({ id, name }) => [id, name])), [models])
  const scroller = useScroller()
  const list = useRef<HTMLDivElement>(null)
  const box = useBox(list, scroller)
  const aspects = shape.aspects as number[]
  const grid = useMemo(() => {
    const breaks = shape.days.map(({ at }) => ({ at, head: HEAD }))
    if (shape.fresh > 0) breaks.push({ at: shape.fresh, head: 0 }) // new pictures do not push those in view aside
    breaks.sort((one, other) => one.at - other.at)
    return justify(aspects, breaks, box.width, Math.min(size, box.width * 0.6))
  }, [aspects, shape.days, shape.fresh, box.width, size])
  const rows = useWindow(scroller, grid, box)
  const margin = box.screen * 1.5
  const from = grid.firsts[rowAt(grid, (grid.tops[rows.first] ?? 0) - margin)] ?? 0
  const to = (grid.firsts[rowAt(grid, (grid.tops[rows.last] ?? 0) + margin) + 1] ?? 1) - 1
  const { at, several, failed, retry } = useItems(sessionId, shape, from, to)

  const indexOf = useCallback(
    (id: string) => {
      const number = chunkOfId(shape, id)
      const first = firstsOf(shape)[number] ?? 0
      const count = shape.chunks[number]?.count ?? 0
      for (let index = first; index < first + count; index += 1) if (at(index)?.image.id === id) return index
      return -1
    },
    [shape, at],
  )
  top.current = useAnchor({
    scroller,
    above: box.above,
    at: y => {
      const row = rowAt(grid, y + COVERED)
      const index = grid.firsts[row] ?? 0
      return { index, top: grid.tops[row] ?? 0, id: at(index)?.image.id }
    },
    topOf: id => {
      const index = indexOf(id)
      return index < 0 ? null : (grid.tops[rowOf(grid, index)] ?? null)
    },
    layout: grid,
  }).current

  const choice = useChoice({ at, several, total: shape.total })
  const { chosen } = choice
  const [active, setActive] = useState(0)
  const focus = useRef<number | null>(null) // the index that takes the focus once it is drawn
  const current = Math.min(active, shape.total - 1)

  const show = useCallback(
    (index: number) => {
      const place = placeOf(grid, aspects, index)
      if (!place || !scroller) return
      const y = box.above + place.top
      const high = scroller.scrollTop + COVERED
      const low = scroller.scrollTop + box.screen - 24
      if (y < high) scroller.scrollTop = y - COVERED - 12
      else if (y + place.height > low) scroller.scrollTop = y + place.height - box.screen + 24
    },
    [grid, aspects, scroller, box.above, box.screen],
  )
  const goTo = useCallback(
    (index: number) => {
      focus.current = index
      setActive(index)
      show(index)
    },
    [show],
  )
  // The focus follows to a tile that is only now drawn, or that took the place of one that went.
  useLayoutEffect(() => {
    const lost = focus.current === null && wasHere.current && document.activeElement === document.body
    const wanted = lost ? current : focus.current
    if (wanted === null) return
    const tile = list.current?.querySelector<HTMLElement>(`[data-index="${wanted}"]`)
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
  }, [])

  useAsk('tile', async ({ imageId }) => {
    const number = chunkOfId(shape, imageId)
    if (number >= 0) await cache.prefetchQuery(chunkQuery(sessionId, shape, number))
    const index = indexOf(imageId)
    if (index >= 0) goTo(index)
  })
  useAsk('newest', () => scroller?.scrollTo({ top: 0 }))

  const { mutate: organise } = useOrganise()
  const ids = [...chosen.ids]
  const known = useRef(new Map<string, Image>())
  const chosenImages = () => {
    for (let index = from; index <= to; index += 1) {
      const image = at(index)?.image
      if (image && chosen.ids.has(image.id)) known.current.set(image.id, image)
    }
    return ids.map(id => known.current.get(id) ?? ({ id, favourite: false } as Image))
  }
  const trash = (gone: string[]) => {
    organise({ act: 'trash', ids: gone })
    choice.drop(new Set(gone))
  }
  usePictureKeys({
    sessionId,
    images: () => {
      if (ids.length) return chosenImages()
      const here = list.current?.contains(document.activeElement) ? at(current)?.image : undefined
      return here ? [here] : []
    },
    onTrash: images => trash(images.map(({ id }) => id)),
  })
  const sweeping = useSweep({
    list,
    scroller,
    onBegin: choice.beginSweep,
    onSweep: rect => choice.sweep(within(grid, aspects, rect)),
    onEmpty: choice.clear,
  })
  const hands = useGridHands({
    sessionId,
    grid,
    aspects,
    at,
    choice,
    current,
    goTo,
    setActive,
    onOpenImage,
    box,
  })
  // A sweep may begin anywhere beside the pictures, so the whole section listens.
  useEffect(() => {
    const section = list.current?.closest('section')
    const press = (event: PointerEvent) => sweeping.onPointerDown(event as never)
    section?.addEventListener('pointerdown', press)
    return () => section?.removeEventListener('pointerdown', press)
  })

  const today = localDay(Date.now())
  const drawn: number[] = []
  for (let row = rows.first; row <= rows.last && row < grid.rows; row += 1) drawn.push(row)
  const activeRow = rowOf(grid, current)
  if (grid.rows > 0 && !drawn.includes(activeRow)) drawn.push(activeRow) // scrolling does not lose the focus
  const [lowest, highest] = [grid.firsts[rows.first] ?? 0, grid.firsts[rows.last + 1] ?? shape.total]

  return (
    <>
      {failed && (
        <p className={css.note} role="alert">
          {problemOf(failed).detail}
          <button type="button" className={history.button} onClick={retry}>
            {t('again')}
          </button>
        </p>
      )}
      <div style={{ position: 'relative', height: grid.height }}>
        {shape.days
          .filter(({ at }) => at >= lowest && at < highest)
          .map(({ day, at }) => (
            <h3 key={day} className={css.day} style={{ top: (grid.tops[rowOf(grid, at)] ?? 0) - HEAD + 8 }}>
              {dayWords(day, today)}
            </h3>
          ))}
        <div
          ref={list}
          role="listbox"
          aria-label={t('pictures', { count: shape.total })}
          aria-multiselectable
          className={css.list}
          data-choosing={ids.length > 0 || undefined}
          data-sweeping={sweeping.rect !== null || undefined}
          style={{ height: grid.height }}
          {...hands.props}
        >
          {drawn.flatMap(row =>
            placesOf(grid, aspects, row).map(place => {
              const item = at(place.index)
              return (
                <GridTile
                  key={item?.image.id ?? place.index - shape.total}
                  {...place}
                  total={shape.total}
                  item={item}
                  model={item ? modelName(item.model, names) : ''}
                  chosen={item !== undefined && chosen.ids.has(item.image.id)}
                  active={place.index === current}
                  draggable={FINE}
                />
              )
            }),
          )}
        </div>
        {hands.hovered !== null && !sweeping.rect && (
          <HoverFacts item={at(hands.hovered)} place={placeOf(grid, aspects, hands.hovered)} names={names} />
        )}
        {sweeping.rect && <Sweep {...sweeping.rect} />}
      </div>
      <Scrubber
        days={shape.days}
        height={grid.height}
        above={box.above}
        topOf={index => grid.tops[rowOf(grid, index)] ?? 0}
        layout={grid}
      />
      {ids.length > 0 && (
        <Suspense fallback={null}>
          <BulkBar
            sessionId={sessionId}
            ids={ids}
            starred={chosenImages().every(({ favourite }) => favourite)}
            onTrash={() => trash(ids)}
            onClear={choice.clear}
          />
        </Suspense>
      )}
    </>
  )
}

function Sweep({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }) {
  return <div className={css.sweep} style={{ left, top, width: right - left, height: bottom - top }} />
}
