// The pictures of the grid: laid out exactly, drawn where they are seen, walked, chosen and judged.
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { fetchPlace } from '@/shared/api/ancestry'
import { type Chunked, chunkQuery, type HistoryImage, idOf } from '@/shared/api/history'
import { keys } from '@/shared/api/keys'
import { useOrganise } from '@/shared/api/organise'
import { useModels } from '@/shared/api/reads'
import { chunkOfId, firstsOf, type Shape } from '@/shared/api/shape'
import { useAsk } from '@/shared/lib/asks'
import { useBox } from '@/shared/lib/use-box'
import { useScroller } from '@/shared/ui/scroller'
import css from './grid.module.css'
import { HEAD, Tiles } from './grid-tiles'
import { HoverFacts } from './hover-facts'
import { justify, placeOf, rowAt, rowOf, within } from './justify'
import { useAnchor } from './use-anchor'
import { useChoice } from './use-choice'
import { useGridHands } from './use-grid-hands'
import { useLookup } from './use-items'
import { usePictureKeys } from './use-picture-keys'
import { useSweep } from './use-sweep'

const Scrubber = lazy(() => import('./scrubber'))
const BulkBar = lazy(() => import('./bulk-bar'))

interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

const LONG = 3 // screens of history from which on dates are worth a place at the edge
const COVERED = 84 // pixels at the top of the window that the composer may cover

interface PicturesProps extends Props {
  shape: Shape & { view: 'grid' }
  size: number
  top: React.RefObject<() => string | null>
}

export function Pictures({ sessionId, shape, size, top, onOpenImage }: PicturesProps) {
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
  const long = shape.days.length > 1 && grid.height > LONG * box.screen
  const { at, several } = useLookup(sessionId, shape)

  const indexOf = useCallback(
    (place: string) => {
      const number = chunkOfId(shape, place)
      const first = firstsOf(shape)[number] ?? 0
      const count = shape.chunks[number]?.count ?? 0
      for (let index = first; index < first + count; index += 1) {
        const item = at(index)
        if (item && idOf(item) === place) return index
      }
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
      const item = at(index)
      return { index, top: grid.tops[row] ?? 0, id: item && idOf(item) }
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
  const [, draw] = useReducer((count: number) => count + 1, 0)
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
      draw() // where nothing else changes, the focus is still to be given
    },
    [show],
  )
  useAsk('tile', async ({ imageId }) => {
    const known = readPictures().find(({ image }) => image.id === imageId)
    const place = known ? idOf(known) : await fetchPlace(imageId)
    if (place === null) return
    const number = chunkOfId(shape, place)
    if (number >= 0) await cache.prefetchQuery(chunkQuery(sessionId, shape, number))
    const index = indexOf(place)
    if (index >= 0) goTo(index)
  })
  useAsk('newest', () => scroller?.scrollTo({ top: 0 }))

  const { mutate: organise } = useOrganise()
  const ids = [...chosen.ids]
  const readPictures = () =>
    cache
      .getQueriesData<Chunked<HistoryImage>>({ queryKey: keys.images(sessionId, shape.born) })
      .flatMap(([, page]) => page?.items ?? [])
  const chosenImages = () => readPictures().flatMap(({ image }) => (chosen.ids.has(image.id) ? image : []))
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
  // A sweep may begin anywhere beside the pictures, in the margins of the page too.
  useEffect(() => {
    const section = list.current?.closest('section')
    const press = (event: PointerEvent) => {
      const target = event.target as Element
      if (section?.contains(target) || (isMargin(target, section) && event.offsetX < target.clientWidth))
        sweeping.onPointerDown(event as never)
    }
    scroller?.addEventListener('pointerdown', press)
    return () => scroller?.removeEventListener('pointerdown', press)
  })

  return (
    <>
      <div style={{ position: 'relative', height: grid.height }}>
        <Tiles
          {...{ sessionId, shape, grid, box, names, current, focus, at, list, hands }}
          chosen={chosen.ids}
        />
        {!sweeping.rect && (
          <HoverFacts list={list} at={at} placeOf={index => placeOf(grid, aspects, index)} names={names} />
        )}
        {sweeping.rect && <Sweep {...sweeping.rect} />}
      </div>
      {long && (
        <Suspense fallback={null}>
          <Scrubber
            days={shape.days}
            height={grid.height}
            above={box.above}
            topOf={index => grid.tops[rowOf(grid, index)] ?? 0}
            layout={grid}
          />
        </Suspense>
      )}
      {ids.length > 0 && (
        <Suspense fallback={null}>
          <BulkBar
            sessionId={sessionId}
            ids={ids}
            images={chosenImages}
            onTrash={() => trash(ids)}
            onClear={choice.clear}
          />
        </Suspense>
      )}
    </>
  )
}

/** Whether a press on this hits nothing but the page around the grid. */
function isMargin(target: Element, section: Element | null | undefined): boolean {
  return section != null && target.contains(section)
}

function Sweep({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }) {
  return <div className={css.sweep} style={{ left, top, width: right - left, height: bottom - top }} />
}
