// Judging shows on the pictures at once, everywhere, and leaves the rest as it was.
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { changeImages } from './change-images'
import { judged, showChanged } from './judging'
import type { Image } from './types'

const picture = (id: string, more: Partial<Image> = {}): Image =>
  ({
    id,
    sha256: 's',
    thumbhash: 't',
    verdict: null,
    favourite: false,
    rating: 0,
    tags: [],
    ...more,
  }) as Image

describe('judged', () => {
  it('keeps, rejects, stars and rates', () => {
    const image = picture('a')
    expect(judged(image, { act: 'keep' }).verdict).toBe('kept')
    expect(judged(picture('a', { verdict: 'kept' }), { act: 'undecide' }).verdict).toBeNull()
    expect(judged(image, { act: 'star' }).favourite).toBe(true)
    expect(judged(image, { act: 'rate', rating: 4 }).rating).toBe(4)
  })
  it('is the same picture where nothing changes', () => {
    const image = picture('a', { tags: ['Sea'] })
    expect(judged(image, { act: 'undecide' })).toBe(image)
    expect(judged(image, { act: 'tag', tag: 'sea' })).toBe(image)
    expect(judged(image, { act: 'untag', tag: 'SEA' }).tags).toEqual([])
  })
})

describe('changeImages', () => {
  it('finds pictures at any depth and keeps what does not change', () => {
    const other = { generations: [{ image: picture('b') }] }
    const read = { pages: [{ items: [{ generations: [{ image: picture('a') }] }, other] }] }
    const after = changeImages(read, image =>
      image.id === 'a' ? { ...image, rating: 2 } : image,
    ) as typeof read
    expect(after.pages[0]?.items[0]?.generations[0]?.image.rating).toBe(2)
    expect(after.pages[0]?.items[1]).toBe(other)
    expect(changeImages(read, image => image)).toBe(read)
  })
})

describe('showChanged', () => {
  it('takes back what it showed', () => {
    const cache = new QueryClient()
    const before = picture('a')
    cache.setQueryData(['image', 'a'], before)
    const takeBack = showChanged(cache, image => judged(image, { act: 'reject' }))
    expect(cache.getQueryData<Image>(['image', 'a'])?.verdict).toBe('rejected')
    takeBack()
    expect(cache.getQueryData(['image', 'a'])).toEqual(before)
  })
})
