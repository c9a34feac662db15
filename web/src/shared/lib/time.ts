// Times in words, short for rows and full for tooltips.

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** How long ago, in at most three signs: "now", "5m", "2h", "3d", "6w", "1y". Times are milliseconds. */
export function shortAge(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE) return 'now'
  if (age < HOUR) return `${Math.floor(age / MINUTE)}m`
  if (age < DAY) return `${Math.floor(age / HOUR)}h`
  if (age < WEEK) return `${Math.floor(age / DAY)}d`
  if (age < 52 * WEEK) return `${Math.floor(age / WEEK)}w`
  return `${Math.floor(age / (365 * DAY)) || 1}y`
}

// Made once: making one takes longer than drawing a row.
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Date and time in full, in the reader's manner. */
export function fullTime(at: number): string {
  return full.format(at)
}
