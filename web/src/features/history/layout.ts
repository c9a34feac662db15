// Where the tiles of a batch lie: rows filled to the column's width, every picture in its own shape.
export interface Size {
  width: number
  height: number
}

export interface Place extends Size {
  left: number
  top: number
}

export interface Layout {
  places: Place[]
  height: number
}

export const GAP = 8
const TALLEST = 520

/** How many tiles stand in a full row. Wide pictures get three, so that they do not shrink to stripes. */
export function columnsFor(sizes: Size[], width: number): number {
  if (width < 560) return 2
  const wide = sizes.length > 0 && mean(sizes.map(shape)) > 1.2
  return wide && sizes.length % 4 !== 0 ? 3 : 4
}

/** Places of tiles in rows; a row that is not full keeps the height of a full one. */
export function layOut(sizes: Size[], width: number): Layout {
  if (!sizes.length || width <= 0) return { places: [], height: 0 }
  const columns = columnsFor(sizes, width)
  const places: Place[] = []
  let top = 0
  for (let first = 0; first < sizes.length; first += columns) {
    const row = sizes.slice(first, first + columns).map(shape)
    const missing = (columns - row.length) * mean(row)
    const full = (width - GAP * (columns - 1)) / (sum(row) + missing)
    const height = Math.min(full, TALLEST)
    let left = 0
    for (const wide of row) {
      places.push({ left, top, width: height * wide, height })
      left += height * wide + GAP
    }
    top += height + GAP
  }
  return { places, height: top - GAP }
}

/** The tile above or below, by the nearest middle; undefined when the row is the last one. */
export function across(places: Place[], from: number, step: 1 | -1): number | undefined {
  const here = places[from]
  if (!here) return undefined
  const tops = [...new Set(places.map(place => place.top))].sort((a, b) => a - b)
  const row = tops[tops.indexOf(here.top) + step]
  return row === undefined ? undefined : nearest(places, row, here.left + here.width / 2)
}

/** The tile of a batch's first or last row that lies nearest to a middle. */
export function entering(places: Place[], step: 1 | -1, middle: number): number | undefined {
  const tops = places.map(place => place.top)
  return places.length
    ? nearest(places, step === 1 ? Math.min(...tops) : Math.max(...tops), middle)
    : undefined
}

function nearest(places: Place[], top: number, middle: number): number | undefined {
  let best: number | undefined
  let least = Infinity
  places.forEach((place, number) => {
    const away = Math.abs(place.left + place.width / 2 - middle)
    if (place.top === top && away < least) {
      least = away
      best = number
    }
  })
  return best
}

function shape({ width, height }: Size): number {
  return width > 0 && height > 0 ? Math.min(4, Math.max(0.25, width / height)) : 1
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function mean(numbers: number[]): number {
  return sum(numbers) / numbers.length
}
