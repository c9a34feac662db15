// Rows of pictures filled to the width, each picture in its own shape; exact for any number of them.

/** A row must begin at this index, with room for a heading above it. */
export interface Break {
  at: number
  head: number
}

export interface Justified {
  /** How many rows there are; of each the index of its first picture, and where it lies. */
  rows: number
  firsts: Int32Array
  tops: Float64Array
  heights: Float64Array
  count: number
  height: number
}

export interface Placed {
  index: number
  left: number
  top: number
  width: number
  height: number
}

export const GRID_GAP = 6
const TALLER = 1.35 // a last row, or one of panoramas, may be so much taller than asked for

/** `aspects` are 100 × width / height; `wanted` is the height of a row in pixels. */
export function justify(
  aspects: ArrayLike<number>,
  breaks: readonly Break[],
  width: number,
  wanted: number,
): Justified {
  const count = aspects.length
  const firsts = new Int32Array(count + 1)
  const tops = new Float64Array(count + 1)
  const heights = new Float64Array(count + 1)
  let rows = 0
  let top = 0
  let next = 0 // of the breaks
  let first = 0
  while (first < count && width > 0) {
    let head = 0
    while (next < breaks.length && (breaks[next]?.at ?? 0) <= first) {
      head = Math.max(head, breaks[next]?.head ?? 0)
      next += 1
    }
    const end = Math.min(count, breaks[next]?.at ?? count)
    let sum = 0
    let last = first
    let height = 0
    while (last < end) {
      const shape = (aspects[last] ?? 100) / 100
      const before = sum > 0 ? (width - GRID_GAP * (last - first - 1)) / sum : Number.POSITIVE_INFINITY
      sum += shape
      last += 1
      height = (width - GRID_GAP * (last - first - 1)) / sum
      if (height > wanted) continue
      // With this picture the row is lower than wanted, without it higher: the nearer one is taken.
      if (before - wanted < wanted - height && last - first > 1) {
        last -= 1
        height = before
      }
      break
    }
    const full = last < end || height <= wanted * TALLER
    top += head
    firsts[rows] = first
    tops[rows] = top
    heights[rows] = full ? height : wanted
    top += (heights[rows] ?? 0) + GRID_GAP
    rows += 1
    first = last
  }
  firsts[rows] = count
  return { rows, firsts, tops, heights, count, height: Math.max(0, top - GRID_GAP) }
}

/** The row at a height; the nearest one beyond the ends. */
export function rowAt({ rows, tops }: Justified, y: number): number {
  return lastUpTo(tops, rows, y)
}

/** The row in which a picture lies. */
export function rowOf({ rows, firsts }: Justified, index: number): number {
  return lastUpTo(firsts, rows, index)
}

/** The last of the first `count` rising numbers that is at most `most`; the first one when none is. */
function lastUpTo(rising: ArrayLike<number>, count: number, most: number): number {
  let low = 0
  let high = Math.max(0, count - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rising[middle] ?? 0) <= most) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the pictures of a row lie. */
export function placesOf(grid: Justified, aspects: ArrayLike<number>, row: number): Placed[] {
  const from = grid.firsts[row] ?? 0
  const to = grid.firsts[row + 1] ?? 0
  const top = grid.tops[row] ?? 0
  const height = grid.heights[row] ?? 0
  const places: Placed[] = []
  let left = 0
  for (let index = from; index < to; index += 1) {
    const width = (height * (aspects[index] ?? 100)) / 100
    places.push({ index, left, top, width, height })
    left += width + GRID_GAP
  }
  return places
}

/** Where one picture lies. */
export function placeOf(grid: Justified, aspects: ArrayLike<number>, index: number): Placed | null {
  if (index < 0 || index >= grid.count) return null
  return placesOf(grid, aspects, rowOf(grid, index)).find(place => place.index === index) ?? null
}

/** The pictures that a rectangle touches; its sides are pixels from the upper left corner of the grid. */
export function within(
  grid: Justified,
  aspects: ArrayLike<number>,
  box: { left: number; right: number; top: number; bottom: number },
): number[] {
  const found: number[] = []
  if (!grid.rows) return found
  for (let row = rowAt(grid, box.top); row <= rowAt(grid, box.bottom); row += 1) {
    for (const { index, left, top, width, height } of placesOf(grid, aspects, row)) {
      const beside = left > box.right || left + width < box.left
      if (!beside && top <= box.bottom && top + height >= box.top) found.push(index)
    }
  }
  return found
}

/** Where a key leads from a picture; null when it means nothing here or there is nothing that way. */
export function stepFrom(
  grid: Justified,
  aspects: ArrayLike<number>,
  from: number,
  key: string,
  screen: number,
): number | null {
  const to = leadsTo(grid, aspects, from, key, screen)
  return to === null || to < 0 || to >= grid.count || to === from ? null : to
}

function leadsTo(
  grid: Justified,
  aspects: ArrayLike<number>,
  from: number,
  key: string,
  screen: number,
): number | null {
  const row = rowOf(grid, from)
  switch (key) {
    case 'ArrowRight':
      return from + 1
    case 'ArrowLeft':
      return from - 1
    case 'Home':
      return 0
    case 'End':
      return grid.count - 1
    case 'ArrowDown':
      return row + 1 < grid.rows ? nearest(grid, aspects, from, row + 1) : null
    case 'ArrowUp':
      return row > 0 ? nearest(grid, aspects, from, row - 1) : null
    case 'PageDown':
    case 'PageUp': {
      const y = (grid.tops[row] ?? 0) + (key === 'PageDown' ? screen : -screen)
      const far = rowAt(grid, y)
      const step = key === 'PageDown' ? Math.max(far, row + 1) : Math.min(far, row - 1)
      return nearest(grid, aspects, from, Math.min(Math.max(step, 0), grid.rows - 1))
    }
    default:
      return null
  }
}

/** The picture of a row whose middle lies nearest to that of another picture. */
function nearest(grid: Justified, aspects: ArrayLike<number>, from: number, row: number): number {
  const here = placeOf(grid, aspects, from)
  const middle = here ? here.left + here.width / 2 : 0
  let best = grid.firsts[row] ?? 0
  let least = Number.POSITIVE_INFINITY
  for (const { index, left, width } of placesOf(grid, aspects, row)) {
    const away = Math.abs(left + width / 2 - middle)
    if (away < least) {
      least = away
      best = index
    }
  }
  return best
}
