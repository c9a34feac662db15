// Reading a history by its shape: first how it is laid out, then the chunks that are in view.
import { hashKey, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, take } from './client'
import { type Filters, queryOf } from './filters'
import { keys } from './keys'
import type { components } from './schema'
import { type Chunk, localDay, MOST, readShape, type SentShape, type Shape, type View } from './shape'
import type { Batch, Generation, Image, Page } from './types'

/** A picture with what the grid tells about it. */
export type HistoryImage = components['schemas']['Shown']

export interface Chunked<Item> {
  items: Item[]
}

export type ItemOf<Of extends View> = Of extends 'grid' ? HistoryImage : Batch

/** How a whole history is laid out; news keeps it true. */
export function shapeQuery(sessionId: string, view: View, filters: Filters) {
  const query = queryOf(filters)
  return queryOptions({
    queryKey: keys.shape(sessionId, view, JSON.stringify(query)),
    queryFn: async ({ signal }) => {
      const tz = Intl.DateTimeFormat().resolvedOptions().timeZone
      const params = { path: { id: sessionId }, query: { ...query, view, tz } }
      const sent = await take<SentShape>(api.GET('/api/v1/sessions/{id}/shape', { params, signal }))
      return readShape(sent, filters)
    },
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    structuralSharing: false, // comparing 100,000 numbers costs more than laying them out
  })
}

/** A page of a history, newest first: of pictures, or of batches. */
function fetchItems<Of extends View>(
  sessionId: string,
  view: Of,
  query: ReturnType<typeof queryOf> & { start?: string; limit: number },
  signal: AbortSignal,
): Promise<Page<ItemOf<Of>>> {
  const asked = { params: { path: { id: sessionId }, query }, signal }
  return take<Page<ItemOf<Of>>>(
    view === 'grid'
      ? api.GET('/api/v1/sessions/{id}/images', asked)
      : api.GET('/api/v1/sessions/{id}/batches', asked),
  )
}

/** The beginning of a history as a shape of its own: quick even where the whole takes seconds. */
export function firstQuery(sessionId: string, view: View, filters: Filters) {
  const query = queryOf(filters)
  return queryOptions({
    queryKey: keys.first(sessionId, view, JSON.stringify(query)),
    queryFn: async ({ signal, client }) => {
      const { items } = await fetchItems(sessionId, view, { ...query, limit: FIRST[view] }, signal)
      const start = items[0] && idOf(items[0])
      const aspects = items.map(item =>
        'image' in item ? aspectOf(item.image) : item.generations.map(madeAspect),
      )
      const days = start === undefined ? [] : [{ day: localDay(timeOf(items[0])), at: 0 }]
      const sent = { view, total: items.length, rejected: 0, chunk: items.length, days, aspects }
      const shape: Shape = { ...readShape({ ...sent, starts: start ? [start] : [] }, filters), partial: true }
      client.setQueryData(chunkKey(sessionId, shape, start ?? ''), { items })
      return shape
    },
    gcTime: 0,
    staleTime: 0,
    structuralSharing: false,
  })
}

const FIRST: Record<View, number> = { grid: 60, timeline: 8 }

function timeOf(item: HistoryImage | Batch | undefined): number {
  if (!item) return 0
  return 'image' in item ? timeAt(placeOf(item.image)) : item.created_at
}

function madeAspect({ image, width, height }: Generation): number {
  return aspectOf(image ?? { width, height })
}

/** 100 × width / height, as shapes tell it. */
export function aspectOf({ width, height }: { width: number; height: number }): number {
  return height > 0 ? Math.min(500, Math.max(20, Math.round((100 * width) / height))) : 100
}

/** The key under which a chunk's things lie. */
export function chunkKey(sessionId: string, { view, born }: Pick<Shape, 'view' | 'born'>, chunk: string) {
  return view === 'grid' ? keys.images(sessionId, born, chunk) : keys.chunk(sessionId, born, chunk)
}

/** The things of one chunk: from its start down to where the next one begins. */
export function chunkQuery<Of extends View>(sessionId: string, shape: Shape & { view: Of }, number: number) {
  const chunk = shape.chunks[number] as Chunk
  const below = shape.chunks[number + 1]?.start ?? ''
  return queryOptions({
    queryKey: chunkKey(sessionId, shape, chunk.key),
    queryFn: async ({ signal }): Promise<Chunked<ItemOf<Of>>> => {
      const limit = Math.min(Math.max(chunk.count, 1), MOST[shape.view])
      const query = { ...queryOf(shape.filters), start: chunk.start, limit }
      const page = await fetchItems<Of>(sessionId, shape.view, query, signal)
      return { items: page.items.filter(item => idOf(item) > below) }
    },
    staleTime: Number.POSITIVE_INFINITY, // the live stream tells what changes
    refetchOnWindowFocus: false,
  })
}

const hashes = new WeakMap<Chunk, string>()

/** The things of a chunk, if it was read; quick enough to be asked for every single one. */
export function itemsOf<Of extends View>(
  cache: QueryClient,
  sessionId: string,
  shape: Shape & { view: Of },
  number: number,
): ItemOf<Of>[] | undefined {
  const chunk = shape.chunks[number]
  if (!chunk) return undefined
  let hash = hashes.get(chunk)
  if (hash === undefined) {
    hash = hashKey(chunkKey(sessionId, shape, chunk.key))
    hashes.set(chunk, hash)
  }
  return cache.getQueryCache().get<Chunked<ItemOf<Of>>>(hash)?.state.data?.items
}

/** Where a picture stands among those of its session; what was brought stands nowhere. */
export function placeOf({ place }: Image): string {
  return place ?? ''
}

/** When the batch of a place was asked for: its id tells. */
export function timeAt(place: string): number {
  return Number.parseInt(place.slice(0, 8) + place.slice(9, 13), 16)
}

/** By what a history is ordered: the batch, and of a picture its place in it; what is shown first is greatest. */
export function idOf(item: HistoryImage | Batch): string {
  return 'image' in item ? placeOf(item.image) : item.id
}
