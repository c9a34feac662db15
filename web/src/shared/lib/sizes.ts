// Sizes of files in words a person knows.
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** "0 bytes", "912 kB", "1.4 GB": at most three digits, steps of a thousand. */
export function sizeWords(bytes: number): string {
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const shown = unit === 0 || value >= 99.95 ? Math.round(value) : Math.round(value * 10) / 10
  return `${shown} ${unit === 0 && shown === 1 ? 'byte' : UNITS[unit]}`
}
