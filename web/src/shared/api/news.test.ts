// News changes grids and timelines that are open without reading them anew, and says when it cannot.
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { aBatch, aGeneration, anAct, anImage } from '@/testing/builders'
import { apply, readOf } from './apply'
import { ANYTHING, type Filters } from './filters'
import { type Chunked, chunkKey, type HistoryImage, shapeQuery } from './history'
import { showBatch, showImages, showPicture } from './news'
import { readShape, type Shape, type View } from './shape'
import type { Batch, Image } from './types'

/** Places of pictures: a batch asked for now, and the greater the number the earlier they stand in it. */
const BATCH = `${Date.now()
  .toString(16)
  .padStart(12, '0')
  .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`
const placed = (number: number) => `${BATCH}.${9000 + number}`
const anImageAt = (number: number, some: Partial<Image> = {}) =>
  anImage({ id: `i${number}`, place: placed(number), ...some })
const today = new Date().toISOString().slice(0, 10)
let cache: QueryClient

function open(view: View, filters: Filters = ANYTHING, starts = [placed(4), placed(2)]): Shape {
  const sent = { view, total: 4, rejected: 0, chunk: 2, starts, days: [{ day: today, at: 0 }] }
  const aspects = view === 'grid' ? [100, 100, 100, 100] : [[100], [100], [100], [100]]
  const shape = readShape({ ...sent, aspects }, filters)
  cache.setQueryData(shapeQuery('s1', view, filters).queryKey, shape)
  return shape
}
const shapeNow = (view: View, filters: Filters = ANYTHING) =>
  cache.getQueryData<Shape>(shapeQuery('s1', view, filters).queryKey)
const isStale = (view: View, filters: Filters = ANYTHING) =>
  cache.getQueryState(shapeQuery('s1', view, filters).queryKey)?.isInvalidated
const item = (image: Image): HistoryImage => ({
  image,
  ...{ generation_id: 'g1', batch_id: 'b1', model: 'm', status: 'complete', seed: 1 },
  ...{ cost: { amount: 0, currency: 'USD', estimated: false }, took_ms: 5, prompt: '' },
})
const shown = (shape: Shape, chunk: string) =>
  cache
    .getQueryData<Chunked<HistoryImage | Batch>>(chunkKey('s1', shape, chunk))
    ?.items.map(one => ('image' in one ? one.image.id : one.id))
const finish = (number: number, some: Partial<Image> = {}) =>
  apply(
    cache,
    showPicture(readOf(cache), aGeneration({ status: 'complete', image: anImageAt(number, some) })),
  )
const organised = (kind: 'trash' | 'reject' | 'star' | 'restore' | 'keep', ...images: Image[]) =>
  apply(cache, showImages(readOf(cache), anAct({ kind, name: '' }), images))

beforeEach(() => {
  cache = new QueryClient()
})

describe('a finished picture', () => {
  it('comes on top, once', () => {
    const shape = open('grid')
    finish(5)
    finish(5)
    finish(6)
    expect(shapeNow('grid')?.total).toBe(6)
    expect(shown(shape, `new-${placed(5)}`)).toEqual(['i6', 'i5'])
  })
  it('finds its place when it is told late', () => {
    const shape = open('grid')
    finish(6)
    finish(5)
    expect(shown(shape, `new-${placed(6)}`)).toEqual(['i6', 'i5'])
    expect(isStale('grid')).toBe(false)
  })
  it('keeps its place in its batch, whichever is finished first', () => {
    const shape = open('grid')
    for (const number of [6, 8, 5, 7]) finish(number)
    expect(shown(shape, `new-${placed(6)}`)).toEqual(['i8', 'i7', 'i6', 'i5'])
    expect(shapeNow('grid')).toMatchObject({ total: 8, fresh: 4, days: [{ at: 0 }] })
    expect(isStale('grid')).toBe(false)
  })
  it('stays out of a view that does not admit it', () => {
    const stars = { ...ANYTHING, favourite: true }
    open('grid', stars)
    finish(5)
    expect(shapeNow('grid', stars)?.total).toBe(4)
  })
})

it('a started batch comes on top of the timeline with its generations', () => {
  const shape = open('timeline', ANYTHING, ['b3', 'b1'])
  apply(cache, showBatch(readOf(cache), aBatch({ id: 'b5', created_at: Date.now() })))
  apply(cache, showBatch(readOf(cache), aBatch({ id: 'b5', created_at: Date.now() })))
  expect(shapeNow('timeline')?.aspects).toHaveLength(5)
  expect(shown(shape, 'new-b5')).toEqual(['b5'])
})

describe('judging', () => {
  it('changes a picture where it stands', () => {
    const shape = open('grid')
    cache.setQueryData(chunkKey('s1', shape, placed(4)), {
      items: [4, 3].map(number => item(anImageAt(number))),
    })
    organised('star', anImageAt(3, { favourite: true }))
    const page = cache.getQueryData<Chunked<HistoryImage>>(chunkKey('s1', shape, placed(4)))
    expect(page?.items.map(one => one.image.favourite)).toEqual([false, true])
    expect(shapeNow('grid')).toBe(shape)
  })
  it('takes away what is no longer shown, and counts what was rejected', () => {
    const shape = open('grid')
    cache.setQueryData(chunkKey('s1', shape, placed(4)), {
      items: [4, 3].map(number => item(anImageAt(number))),
    })
    organised('reject', anImageAt(4, { verdict: 'rejected' }))
    expect(shown(shape, placed(4))).toEqual(['i3'])
    expect(shapeNow('grid')).toMatchObject({ total: 3, rejected: 1 })
    organised('trash', anImageAt(3, { trashed_at: 5 }))
    expect(shapeNow('grid')).toMatchObject({ total: 2, rejected: 1 })
    expect(isStale('grid')).toBe(false)
  })
  it('asks the server only where it must', () => {
    const shape = open('grid')
    organised('star', anImageAt(1, { favourite: true }))
    expect(isStale('grid')).toBe(false)
    organised('trash', anImageAt(1, { trashed_at: 5 })) // in a chunk that was not read
    expect(isStale('grid')).toBe(true)
    cache.setQueryData(chunkKey('s1', shape, placed(4)), { items: [item(anImageAt(4))] })
    expect(isStale('grid')).toBe(true)
  })
  it('reads anew where something comes back', () => {
    const shape = open('grid')
    cache.setQueryData(chunkKey('s1', shape, placed(4)), { items: [item(anImageAt(4))] })
    organised('restore', anImageAt(3))
    expect(isStale('grid')).toBe(true)
  })
})
