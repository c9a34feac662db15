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

const WORTH = 3 // screens of history from which on dates are worth a place
const COVERED = 84 // pixels at the top that the composer covers

export function Scrubber({ days, height, above, topOf, layout }: Props) {
  const t = useWords()
  const scroller = useScroller()
  const track = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ top: 0, right: 0, height: 0 })
  const [y, setY] = useState(0)
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
    const look = () => setY(scroller.scrollTop - above)
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
  }, [scroller, above])

  const goTo = useCallback(
    (to: number) => {
      scroller?.scrollTo({ top: to <= 0 ? 0 : above + to - COVERED - 8, behavior: 'instant' })
    },
    [scroller, above],
  )
  const screen = room.height + COVERED
  const most = Math.max(1, height - screen)
  const marks = useMemo(() => marksOf(dated, height, room.height), [dated, height, room.height])
  if (dated.length < 2 || height < WORTH * screen || room.height < 120) return null

  const number = dayNumberAt(dated, y + COVERED + 8)
  const today = localDay(Date.now())
  const words = dayWords(dated[number]?.day ?? today, today)
  const share = Math.min(1, Math.max(0, y / most))
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
