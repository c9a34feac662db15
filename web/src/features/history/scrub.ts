// The dates along the right edge: which day lies where, and which of them get a label.
import type { Day } from '@/shared/api/shape'

export interface Mark {
  day: string
  /** 0 at the top of the list to 1 at its end. */
  at: number
  /** A year or a month, where there is room for it; empty is only a dot. */
  label: string
}

export interface Dated {
  day: string
  /** Where its first thing lies, in pixels. */
  top: number
}

/** Each day with where it begins; `topOf` gives the pixels of an index. */
export function datedOf(days: readonly Day[], topOf: (index: number) => number): Dated[] {
  return days.map(({ day, at }) => ({ day, top: topOf(at) }))
}

/** The number of the day that lies at a height. */
export function dayNumberAt(dated: readonly Dated[], y: number): number {
  let low = 0
  let high = Math.max(0, dated.length - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((dated[middle]?.top ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const full = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** “Mon 23 November 2026” without commas; `today` is said as Today, the day before it as Yesterday. */
export function dayWords(day: string, today: string): string {
  if (day === today) return 'Today'
  if (day === before(today)) return 'Yesterday'
  return full.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
}

/** Marks for a track of this many pixels: years first, then months, none nearer to another than `room`. */
export function marksOf(dated: readonly Dated[], height: number, track: number, room = 20): Mark[] {
  if (height <= 0 || track <= 0) return []
  const found: Mark[] = []
  const taken: number[] = []
  const fits = (y: number) => taken.every(other => Math.abs(other - y) >= room)
  const add = ({ day, top }: Dated, label: string) => {
    const at = Math.min(1, Math.max(0, top / height))
    if (!fits(at * track)) return
    taken.push(at * track)
    found.push({ day, at, label })
  }
  for (const [number, one] of dated.entries()) {
    const year = one.day.slice(0, 4)
    if (number === 0 || dated[number - 1]?.day.slice(0, 4) !== year) add(one, year)
  }
  for (const [number, one] of dated.entries()) {
    if (dated[number - 1]?.day.slice(0, 7) === one.day.slice(0, 7)) continue
    add(one, month.format(new Date(`${one.day}T00:00:00Z`)))
  }
  return found.sort((one, other) => one.at - other.at)
}

/** The number of the day that a key leads to from another; null when it means nothing here. */
export function stepDays(dated: readonly Dated[], from: number, key: string): number | null {
  const last = dated.length - 1
  const here = dated[from]?.day ?? ''
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    case 'PageDown': {
      const next = dated.findIndex(({ day }, at) => at > from && day.slice(0, 7) !== here.slice(0, 7))
      return next < 0 ? last : next
    }
    case 'PageUp': {
      const newer = dated.findLastIndex(({ day }, at) => at < from && day.slice(0, 7) !== here.slice(0, 7))
      const of = dated[newer]?.day.slice(0, 7)
      return newer < 0 ? 0 : dated.findIndex(({ day }) => day.slice(0, 7) === of)
    }
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

function before(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
