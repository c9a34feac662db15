// The timeline of a session: its batches, newest first, of which only those in view are drawn.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { problemOf } from '@/shared/api/problem'
import { useBatches, useModels } from '@/shared/api/reads'
import type { Batch, Model } from '@/shared/api/types'
import { useAsk } from '@/shared/lib/asks'
import { modelName, shownBatches, sizeOf } from '@/shared/lib/batches'
import { Message } from '@/shared/ui/message'
import { useScroller } from '@/shared/ui/scroller'
import { useNow } from './ago'
import { BatchView } from './batch'
import { Empty } from './empty'
import css from './history.module.css'
import { layOut } from './layout'
import { useSpoken } from './use-spoken'
import { walk } from './walk'
import { useWords } from './words'

interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

const NONE: Model[] = []
const HEAD = 76 // prompt, chips and the space below a batch, in pixels
const AHEAD = 6 // batches before the end at which the next page is asked for

/** The history of a session; `onOpenImage` is called with the picture to show large. */
export default function History({ sessionId, onOpenImage }: Props) {
  const t = useWords()
  const { data, isError, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useBatches(sessionId)
  const models = useModels().data ?? NONE
  const names = useMemo(() => new Map(models.map(({ id, name }) => [id, name])), [models])
  const batches = useMemo(() => shownBatches(data?.pages.flatMap(page => page.items) ?? []), [data])
  const nothing = data !== undefined && batches.length === 0
  useEffect(() => {
    // Where everything that is loaded lies in the trash, older batches are what there is to see.
    if (nothing && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [nothing, hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const spoken = useSpoken(sessionId, model => modelName(model, names))

  return (
    <section className={css.history} aria-label={t('timeline')}>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
      {!data && isError && (
        <Message title={t('failedTitle')} words={problemOf(error).detail}>
          <button type="button" className={css.button} onClick={() => void refetch()}>
            {t('again')}
          </button>
        </Message>
      )}
      {!data && !isError && <Bones />}
      {nothing && !hasNextPage && <Empty />}
      {batches.length > 0 && (
        <Batches
          {...{ batches, models, names, onOpenImage, isFetchingNextPage, fetchNextPage }}
          hasNextPage={hasNextPage && !isError}
        />
      )}
      {data && isError && (
        <p className={css.foot}>
          {problemOf(error).detail}{' '}
          <button type="button" className={css.button} onClick={() => void fetchNextPage()}>
            {t('again')}
          </button>
        </p>
      )}
    </section>
  )
}

interface ListProps {
  batches: Batch[]
  models: Model[]
  names: ReadonlyMap<string, string>
  onOpenImage: (imageId: string) => void
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

function Batches(props: ListProps) {
  const { batches, models, names, onOpenImage, hasNextPage, isFetchingNextPage, fetchNextPage } = props
  const t = useWords()
  const scroller = useScroller()
  const list = useRef<HTMLDivElement>(null)
  const { width, above } = useBox(list, scroller)
  const now = useNow()
  const [active, setActive] = useState<string | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)

  const homes = useMemo(
    () => new Map(batches.flatMap((batch, at) => batch.generations.map(({ id }) => [id, at] as const))),
    [batches],
  )
  const first = [...(batches[0]?.generations ?? [])].sort((a, b) => a.position - b.position)[0]?.id ?? null
  const tabbed = active !== null && homes.has(active) ? active : first
  const held = active === null ? undefined : homes.get(active)
  const scrolled = (scroller?.scrollTop ?? 0) > above

  const virtual = useVirtualizer({
    count: batches.length,
    getScrollElement: () => scroller,
    getItemKey: at => batches[at]?.id ?? at,
    estimateSize: at => HEAD + layOut(batches[at]?.generations.map(sizeOf) ?? [], width).height,
    scrollMargin: above,
    scrollPaddingStart: 90,
    overscan: 3,
    anchorTo: scrolled ? 'end' : 'start', // a batch that comes in above must not push what is being looked at
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
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= batches.length - AHEAD) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, last, batches.length, fetchNextPage])

  const goTo = (id: string) => {
    setActive(id)
    setWanted(id)
    const at = homes.get(id)
    if (at !== undefined && !rows.some(row => row.index === at)) virtual.scrollToIndex(at, { align: 'auto' })
  }
  const { mutate: organise } = useOrganise()
  const newest = useRef({ batches, width, goTo })
  newest.current = { batches, width, goTo }
  const trash = useCallback(
    (id: string, imageId: string) => {
      const { batches, width, goTo } = newest.current
      const next = walk(batches, width, id, 'ArrowRight') ?? walk(batches, width, id, 'ArrowLeft')
      if (next) goTo(next)
      organise({ act: 'trash', ids: [imageId] })
    },
    [organise],
  )
  const press = (event: KeyboardEvent) => {
    const from = (event.target as Element).getAttribute('data-generation')
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      const made = batches.flatMap(({ generations }) => generations).find(({ id }) => id === from)
      if (!made?.image || event.repeat) return
      event.preventDefault()
      trash(from, made.image.id)
      return
    }
    const to = walk(batches, width, from, event.key)
    if (to === null) return
    event.preventDefault()
    goTo(to)
  }
  useAsk('tile', ({ imageId }) => {
    for (const batch of batches) {
      const found = batch.generations.find(({ image }) => image?.id === imageId)
      if (found) goTo(found.id)
    }
  })
  // At once: a smooth scroll would be broken off by the batches that are measured on the way.
  useAsk('newest', () => {
    virtual.scrollToOffset(0)
    requestAnimationFrame(() => scroller?.scrollTo({ top: 0 }))
  })
  const focused = useCallback((id: string) => {
    setActive(id)
    setWanted(null)
  }, [])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys walk over the tiles inside, which are focusable
    <div ref={list} className={css.list} style={{ height: virtual.getTotalSize() }} onKeyDown={press}>
      {rows.map(row => {
        const batch = batches[row.index]
        return (
          batch && (
            <div
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={css.row}
              style={{ transform: `translateY(${row.start - above}px)` }}
            >
              <BatchView
                {...{ batch, models, names, width, now }}
                active={tabbed !== null && homes.get(tabbed) === row.index ? tabbed : null}
                wanted={wanted !== null && homes.get(wanted) === row.index ? wanted : null}
                onFocus={focused}
                onOpen={onOpenImage}
                onTrash={trash}
              />
            </div>
          )
        )
      })}
      {isFetchingNextPage && (
        <p className={css.fetching} role="status">
          {t('loadingMore')}
        </p>
      )}
    </div>
  )
}

/** The list's width, and how far below the scroller's top it begins, in pixels. */
function useBox(list: React.RefObject<HTMLElement | null>, scroller: HTMLElement | null) {
  const [box, setBox] = useState({ width: 0, above: 0 })
  useLayoutEffect(() => {
    const element = list.current
    const content = element?.closest('section')?.parentElement
    if (!element || !content || !scroller) return
    const measure = () => {
      const top =
        element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
      const next = { width: element.clientWidth, above: Math.round(top) }
      setBox(known => (known.width === next.width && known.above === next.above ? known : next))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    for (const child of content.children) watch.observe(child)
    return () => watch.disconnect()
  }, [list, scroller])
  return box
}

function Bones() {
  const t = useWords()
  return (
    <div className={css.bones} role="status" aria-label={t('loading')}>
      {[1, 2].map(batch => (
        <div key={batch}>
          <span className={css.bone} />
          <span className={css.bone} />
          <div>
            {[1, 2, 3, 4].map(tile => (
              <span key={tile} className={css.bone} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
