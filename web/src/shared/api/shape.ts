// The shape of a whole history: how many things, how wide each, on which days, in which chunks they are read.
//
// The server tells it once; news changes it here, so that a list of 100,000 is never read anew for one picture.
import { newKey } from '@/shared/lib/ids'
import { ANYTHING, type Filters } from './filters'
import type { components } from './schema'

export type View = 'grid' | 'timeline'

/** The most that one request reads. */
export const MOST: Record<View, number> = { grid: 200, timeline: 20 }

/** "2026-11-23" in the reader's time zone, and the index of its first, newest thing. */
export type Day = components['schemas']['Day']

/** A run of things that is read by one request: those with places (batches: ids) from `start` down to the next chunk's. */
export interface Chunk {
  /** Stays the same as long as the shape does, while newer things come to stand before `start`. */
  key: string
  start: string
  count: number
}

/** What the server sends. `aspects` are 100 × width / height, a list of them for a batch. */
export type SentShape = Omit<components['schemas']['Shape'], 'aspects'> & Pick<Shape, 'aspects'>

export interface Shape {
  view: View
  filters: Filters
  /** Another one each time it is read: what was read by an older shape no longer fits. */
  born: string
  total: number
  /** Rejected pictures that are not shown. */
  rejected: number
  chunks: Chunk[]
  days: Day[]
  aspects: (number | number[])[]
  /** How many things came on top since it was read. */
  fresh: number
  /** It only tells the beginning, until the whole is known. */
  partial?: true
}

export function readShape(sent: SentShape, filters: Filters = ANYTHING): Shape {
  const { view, total, rejected, chunk, starts, days, aspects } = sent
  const chunks = starts.map((start, at) => ({
    key: start,
    start,
    count: Math.min(chunk, total - at * chunk),
  }))
  return { view, filters, born: newKey(), total, rejected, chunks, days, aspects, fresh: 0 }
}

const firsts = new WeakMap<Chunk[], number[]>()

/** The index at which each chunk begins. */
export function firstsOf({ chunks }: Pick<Shape, 'chunks'>): number[] {
  let known = firsts.get(chunks)
  if (!known) {
    known = []
    let first = 0
    for (const { count } of chunks) {
      known.push(first)
      first += count
    }
    firsts.set(chunks, known)
  }
  return known
}

/** The number of the chunk that holds an index; -1 beyond the ends. */
export function chunkAt(shape: Pick<Shape, 'chunks' | 'total'>, index: number): number {
  if (index < 0 || index >= shape.total) return -1
  const starts = firstsOf(shape)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}

/** The number of the chunk in which a thing of this place (a batch: id) lies, or would lie. */
export function chunkOfId({ chunks }: Pick<Shape, 'chunks'>, id: string): number {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((chunks[middle]?.start ?? '') >= id) low = middle
    else high = middle - 1
  }
  return high < 0 ? -1 : low
}

/** The day on which something at an index was made; null when there is none. */
export function dayAt(days: readonly Day[], index: number): Day | null {
  let low = 0
  let high = days.length - 1
  if (high < 0) return null
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((days[middle]?.at ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return days[low] ?? null
}

/** The shape with something newer than all on top, in a chunk of its own or with what came just before it. */
export function putOnTop(shape: Shape, id: string, aspect: number | number[], at: number): Shape {
  const [first, ...others] = shape.chunks
  const joins = first && shape.fresh > 0 && first.count < MOST[shape.view]
  const chunk = joins
    ? { ...first, start: id, count: first.count + 1 }
    : { key: `new-${id}`, start: id, count: 1 }
  const day = localDay(at)
  const later = shape.days.map(one => ({ ...one, at: one.at + 1 }))
  return {
    ...shape,
    total: shape.total + 1,
    fresh: shape.fresh + 1,
    chunks: joins ? [chunk, ...others] : [chunk, ...shape.chunks],
    aspects: [aspect, ...shape.aspects],
    days: [{ day, at: 0 }, ...(shape.days[0]?.day === day ? later.slice(1) : later)],
  }
}

/** The shape with something at an index inside a chunk; null where that cannot be said without the server. */
export function putInside(
  shape: Shape,
  number: number,
  index: number,
  aspect: number | number[],
  at: number,
): Shape | null {
  const chunk = shape.chunks[number]
  if (!chunk || chunk.count >= MOST[shape.view]) return null
  if (!shape.days.some(({ day }) => day === localDay(at))) return null
  return {
    ...shape,
    total: shape.total + 1,
    // At the end of what is new it is new as well.
    fresh: (firstsOf(shape)[number] ?? 0) < shape.fresh ? shape.fresh + 1 : shape.fresh,
    chunks: shape.chunks.with(number, { ...chunk, count: chunk.count + 1 }),
    aspects: shape.aspects.toSpliced(index, 0, aspect),
    days: shape.days.map(one => (one.at > index ? { ...one, at: one.at + 1 } : one)),
  }
}

/** The shape without what stands at these indexes. */
export function takeOut(shape: Shape, indexes: ReadonlySet<number>): Shape {
  if (!indexes.size) return shape
  const gone = [...indexes].sort((one, other) => one - other)
  const before = (index: number) => {
    let low = 0
    let high = gone.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((gone[middle] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return low
  }
  const starts = firstsOf(shape)
  const chunks = shape.chunks.map((chunk, number) => {
    const first = starts[number] ?? 0
    const lost = before(first + chunk.count) - before(first)
    return lost ? { ...chunk, count: chunk.count - lost } : chunk
  })
  const total = shape.total - gone.length
  const moved = shape.days.map(({ day, at }) => ({ day, at: at - before(at) }))
  return {
    ...shape,
    total,
    chunks,
    aspects: shape.aspects.filter((_, index) => !indexes.has(index)),
    days: moved.filter(({ at }, number) => at < (moved[number + 1]?.at ?? total)), // days with nothing left go
    fresh: shape.fresh - before(shape.fresh),
  }
}

/** The day of a moment where the reader is. */
export function localDay(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
