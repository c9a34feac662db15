// Reading a history by its shape: first how it is laid out, then the chunks that are in view.
import { hashKey, type QueryClient, queryOptions } from '@tanstack/react-query'
import { take } from './client'
import { type Filters, paramsOf } from './filters'
import { keys } from './keys'
import { type Chunk, localDay, MOST, readShape, type SentShape, type Shape, type View } from './shape'
import type { Batch, Generation, Image, Page, Status } from './types'

/** A picture with what the grid tells about it. */
export interface HistoryImage {
  image: Image
  generation_id: string | null
  batch_id: string | null
  model: string
  status: Status
  seed: number | null
  cost: Generation['cost']
  took_ms: number | null
  /** The beginning of its prompt. */
  prompt: string
}

export interface Chunked<Item> {
  items: Item[]
}

export type ItemOf<Of extends View> = Of extends 'grid' ? HistoryImage : Batch

/** How a whole history is laid out; news keeps it true. */
export function shapeQuery(sessionId: string, view: View, filters: Filters) {
  return queryOptions({
    queryKey: keys.shape(sessionId, view, paramsOf(filters).toString()),
    queryFn: async ({ signal }) => {
      const params = paramsOf(filters)
      params.set('view', view)
      params.set('tz', Intl.DateTimeFormat().resolvedOptions().timeZone)
      return readShape(await get<SentShape>(`/sessions/${sessionId}/shape?${params}`, signal), filters)
    },
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    structuralSharing: false, // comparing 100,000 numbers costs more than laying them out
  })
}

/** The beginning of a history as a shape of its own: quick even where the whole takes seconds. */
export function firstQuery(sessionId: string, view: View, filters: Filters) {
  return queryOptions({
    queryKey: keys.first(sessionId, view, paramsOf(filters).toString()),
    queryFn: async ({ signal, client }) => {
      const params = paramsOf(filters)
      params.set('limit', String(FIRST[view]))
      const list = view === 'grid' ? 'images' : 'batches'
      const { items } = await get<Page<HistoryImage | Batch>>(
        `/sessions/${sessionId}/${list}?${params}`,
        signal,
      )
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
  return 'image' in item ? item.image.created_at : item.created_at
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
      const params = paramsOf(shape.filters)
      params.set('start', chunk.start)
      params.set('limit', String(Math.min(Math.max(chunk.count, 1), MOST[shape.view])))
      const list = shape.view === 'grid' ? 'images' : 'batches'
      const page = await get<Page<ItemOf<Of>>>(`/sessions/${sessionId}/${list}?${params}`, signal)
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

/** By what a history is ordered: newer things have greater ids. */
export function idOf(item: HistoryImage | Batch): string {
  return 'image' in item ? item.image.id : item.id
}

function get<Data>(path: string, signal: AbortSignal): Promise<Data> {
  return take<Data>(
    fetch(`/api/v1${path}`, { signal }).then(async response => {
      const body: unknown = await response.json().catch(() => undefined)
      return { response, data: body, error: body }
    }),
  )
}
