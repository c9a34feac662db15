// What news changes in the shapes and chunks of histories: pure functions, nothing read anew where it can be told.
import { changeImages, WITH_IMAGES } from './change-images'
import type { Batches, Change, Key, Read } from './facts'
import { admits, admitsGeneration, countFilters } from './filters'
import { aspectOf, type Chunked, chunkKey, type HistoryImage, idOf, placeOf, timeAt } from './history'
import { keys } from './keys'
import { chunkOfId, firstsOf, putInside, putOnTop, type Shape, takeOut } from './shape'
import type { Act, Batch, Generation, Image } from './types'

/** A picture was finished: it comes into every grid that admits it, at its place. */
export function showPicture(read: Read, made: Generation): Change[] {
  const { image, session_id } = made
  if (!image) return []
  return shapesOf(read, session_id, 'grid').flatMap(([key, shape]) => {
    if (!admits(shape.filters, image, made.model)) return []
    const prompt = promptOf(read, session_id, made.batch_id)
    return put(
      read,
      session_id,
      key,
      shape,
      pictureOf(made, image, prompt),
      aspectOf(image),
      timeAt(placeOf(image)),
    )
  })
}

/** A batch was started: it comes on top of every timeline that admits it. */
export function showBatch(read: Read, batch: Batch): Change[] {
  const { session_id, created_at } = batch
  return shapesOf(read, session_id, 'timeline').flatMap(([key, shape]) => {
    const generations = batch.generations.filter(made => admitsGeneration(shape.filters, made))
    if (!generations.length) return []
    const aspects = generations.map(aspectOf)
    return put(read, session_id, key, shape, { ...batch, generations }, aspects, created_at)
  })
}

/** Pictures were judged, trashed or restored: shown as they are now, and where they belong now. */
export function showImages(read: Read, act: Act, images: readonly Image[]): Change[] {
  const fresh = new Map(images.map(image => [image.id, image]))
  const changes = changeEverywhere(read, image => fresh.get(image.id) ?? image)
  const sessions = new Set(images.flatMap(({ session_id }) => session_id ?? []))
  for (const session of sessions) {
    const here = images.filter(image => image.session_id === session)
    for (const [key, shape] of shapesOf(read, session, 'grid'))
      changes.push(...settle(read, session, key, shape, here, act))
    for (const [key, shape] of shapesOf(read, session, 'timeline')) {
      // A batch of which nothing is left is drawn as nothing; only what comes back needs a place.
      const returns = act.kind === 'restore' || act.state === 'undone' || countFilters(shape.filters) > 0
      if (returns) changes.push({ key, stale: true })
    }
  }
  return changes
}

/** Puts these pictures where a grid shows them now; reads it anew where that cannot be told from here. */
function settle(
  read: Read,
  session: string,
  key: Key,
  shape: Shape,
  images: readonly Image[],
  act: Act,
): Change[] {
  const gone = new Set<number>()
  const pages = new Map<number, HistoryImage[]>()
  for (const image of images) {
    const number = chunkOfId(shape, placeOf(image))
    const chunk = shape.chunks[number]
    const items = pages.get(number) ?? (chunk && pageOf(read, session, shape, chunk.key))
    const offset = items?.findIndex(item => item.image.id === image.id) ?? -1
    const known = items?.[offset]
    if (!items || !known) {
      const admitted = admits({ ...shape.filters, model: [] }, image, '')
      // What is not here and does not belong here is well; of the rest only the server knows.
      if ((items && !admitted) || (!items && !mayMove(act, shape))) continue
      return [{ key, stale: true }]
    }
    pages.set(number, items)
    if (!admits(shape.filters, image, known.model)) gone.add((firstsOf(shape)[number] ?? 0) + offset)
  }
  if (!gone.size) return []
  const left = images.filter(image => image.verdict === 'rejected' && image.trashed_at === null)
  const next = takeOut(shape, gone)
  const changes: Change[] = [
    { key, value: { ...next, rejected: next.rejected + Math.min(left.length, gone.size) } },
  ]
  for (const [number, items] of pages) {
    const first = firstsOf(shape)[number] ?? 0
    const kept = items.filter((_, offset) => !gone.has(first + offset))
    const chunk = shape.chunks[number]
    if (!chunk || kept.length === items.length) continue
    const now = new Map(images.map(image => [image.id, image]))
    const value = { items: kept.map(item => changeImages(item, image => now.get(image.id) ?? image)) }
    changes.push({ key: chunkKey(session, shape, chunk.key), value })
  }
  return changes
}

/** Whether an act on a picture that was not read here may have changed which pictures are shown. */
function mayMove({ kind }: Act, { filters }: Shape): boolean {
  if (kind === 'star' || kind === 'unstar') return filters.favourite
  if (kind === 'rate') return filters.rating > 0
  if (kind === 'tag' || kind === 'untag') return filters.tag !== null
  if (kind === 'keep') return filters.verdict.length > 0 || !filters.rejected
  return true
}

/** Changes pictures wherever they were read. */
export function changeEverywhere(read: Read, change: (image: Image) => Image): Change[] {
  return WITH_IMAGES.flatMap(first => [...(read.under?.([first]) ?? [])]).flatMap(([key, value]) => {
    const after = changeImages(value, change)
    return after === value ? [] : [{ key, value: after }]
  })
}

type Item = HistoryImage | Batch

function put(
  read: Read,
  session: string,
  key: Key,
  shape: Shape,
  item: Item,
  aspect: number | number[],
  at: number,
): Change[] {
  const id = idOf(item)
  const newest = shape.chunks[0]?.start
  if (newest === undefined || id > newest) {
    const next = putOnTop(shape, id, aspect, at)
    const chunk = next.chunks[0]
    if (!chunk) return []
    const before = chunk.count > 1 ? (pageOf<Item>(read, session, shape, chunk.key) ?? []) : []
    return [
      { key: chunkKey(session, shape, chunk.key), value: { items: [item, ...before] } },
      { key, value: next },
    ]
  }
  const number = chunkOfId(shape, id)
  const chunk = shape.chunks[number]
  const items = chunk && pageOf<Item>(read, session, shape, chunk.key)
  if (!chunk || !items) return [{ key, stale: true }]
  if (items.some(known => idOf(known) === id)) return [] // told twice
  const offset = items.findIndex(known => idOf(known) < id)
  const place = offset < 0 ? items.length : offset
  const next = putInside(shape, number, (firstsOf(shape)[number] ?? 0) + place, aspect, at)
  if (!next) return [{ key, stale: true }]
  return [
    { key: chunkKey(session, shape, chunk.key), value: { items: items.toSpliced(place, 0, item) } },
    { key, value: next },
  ]
}

function shapesOf(read: Read, session: string, view: string): [Key, Shape][] {
  const found = read.under?.(keys.shape(session, view)) ?? []
  return found.filter((entry): entry is [Key, Shape] => entry[1] !== undefined)
}

function pageOf<Of extends Item = HistoryImage>(
  read: Read,
  session: string,
  shape: Shape,
  chunk: string,
): Of[] | undefined {
  return (read(chunkKey(session, shape, chunk)) as Chunked<Of> | undefined)?.items
}

function promptOf(read: Read, session: string, batchId: string): string {
  const listed = (read(keys.batches(session)) as Batches | undefined)?.pages ?? []
  const chunks = (read.under?.(keys.chunk(session)) ?? []).map(
    ([, value]) => value as Partial<Chunked<Batch>>,
  )
  for (const { items } of [...listed, ...chunks]) {
    const batch = items?.find(({ id }) => id === batchId)
    if (batch) return batch.prompt.slice(0, 300)
  }
  return ''
}

function pictureOf(made: Generation, image: Image, prompt: string): HistoryImage {
  const { id, batch_id, model, status, seed, cost, started_at, finished_at } = made
  const took_ms = started_at === null || finished_at === null ? null : finished_at - started_at
  return { image, generation_id: id, batch_id, model, status, seed, cost, took_ms, prompt }
}
