// The dates along the right edge: drag, click or walk them to be at a date at once.
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Day, localDay } from '@/shared/api/shape'
import { useScroller } from '@/shared/ui/scroller'
import { datedOf, dayNumberAt, dayWords, marksOf, stepDays } from './scrub'
import css from './scrubber.module.css'
import { useWords } from './words'

interface Props {
  days: readonly Day[]
  /** The height of the whole list, and how far below the scroller's top it begins. */
  height: number
  above: number
  topOf: (index: number) => number
  /** Another value whenever `topOf` gives others. */
  layout: unknown
}

const COVERED = 84 // pixels at the top that the composer covers
const LEAD = 46 // pixels above a day's first thing, for its heading

export default function Scrubber({ days, height, above, topOf, layout }: Props) {
  const t = useWords()
  const scroller = useScroller()
  const track = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ top: 0, right: 0, height: 0 })
  const [place, setPlace] = useState({ number: 0, share: 0 })
  const [held, setHeld] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout stands for what topOf gives
  const dated = useMemo(() => datedOf(days, topOf), [days, layout])

  useEffect(() => {
    if (!scroller) return
    const measure = () => {
      const box = scroller.getBoundingClientRect()
      const bar = scroller.offsetWidth - scroller.clientWidth
      setRoom({
        top: box.top + COVERED,
        right: innerWidth - box.right + bar,
        height: Math.max(0, box.height - COVERED - 24),
      })
    }
    // Only what is seen of it counts: a day, and the thumb by whole pixels.
    const look = () => {
      const y = scroller.scrollTop - above
      const number = dayNumberAt(dated, y + COVERED + LEAD + 2)
      const all = Math.max(1, height - scroller.clientHeight)
      const share = Math.round(Math.min(1, Math.max(0, y / all)) * 800) / 800
      setPlace(known => (known.number === number && known.share === share ? known : { number, share }))
    }
    measure()
    look()
    const watch = new ResizeObserver(measure)
    watch.observe(scroller)
    addEventListener('resize', measure)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      removeEventListener('resize', measure)
      scroller.removeEventListener('scroll', look)
    }
  }, [scroller, above, dated, height])

  const goTo = useCallback(
    (to: number) => {
      scroller?.scrollTo({ top: to <= 0 ? 0 : above + to - COVERED - LEAD, behavior: 'instant' })
    },
    [scroller, above],
  )
  const screen = room.height + COVERED
  const most = Math.max(1, height - screen)
  const marks = useMemo(() => marksOf(dated, height, room.height), [dated, height, room.height])
  if (dated.length < 2 || room.height < 120) return null

  const { number, share } = place
  const today = localDay(Date.now())
  const words = dayWords(dated[number]?.day ?? today, today)
  const drag = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (!box) return
    goTo(Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) * most)
  }
  const press = (event: KeyboardEvent) => {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : stepDays(dated, number, event.key)
    if (next === null) return
    event.preventDefault()
    goTo(next === 0 ? 0 : (dated[next]?.top ?? 0))
  }
  return (
    <div
      ref={track}
      className={css.track}
      style={{ top: room.top, right: room.right, height: room.height }}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('dates')}
      aria-valuemin={0}
      aria-valuemax={dated.length - 1}
      aria-valuenow={number}
      aria-valuetext={words}
      data-held={held || undefined}
      onKeyDown={press}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld(true)
        drag(event)
      }}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event)
      }}
      onLostPointerCapture={() => setHeld(false)}
    >
      {marks.map(({ day, at, label }) => (
        <span key={day} className={css.mark} style={{ top: `${at * 100}%` }} aria-hidden>
          {label}
        </span>
      ))}
      <span className={css.thumb} style={{ top: `${share * 100}%` }} aria-hidden>
        <span className={css.label}>{words}</span>
      </span>
    </div>
  )
}
