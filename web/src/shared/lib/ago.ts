// How long ago something was, as the timeline says it, and the clock that keeps it true.
import { useEffect, useState } from 'react'

const STEPS: [least: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [365 * 86_400_000, 'year'],
  [30 * 86_400_000, 'month'],
  [7 * 86_400_000, 'week'],
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
]

const words = new Intl.RelativeTimeFormat('en-GB', { style: 'short', numeric: 'always' })

/** “now”, “12 min ago”, “3 days ago”; times are milliseconds. */
export function ago(at: number, now: number): string {
  const age = now - at
  const step = STEPS.find(([least]) => age >= least)
  return step ? words.format(-Math.floor(age / step[0]), step[1]) : 'now'
}

/** The time, anew every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
