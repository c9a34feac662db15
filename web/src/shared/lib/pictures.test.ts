// One walks the pictures as the timeline shows them.
import { describe, expect, it } from 'vitest'
import { ANYTHING } from '@/shared/api/filters'
import type { Batch } from '@/shared/api/types'
import { aBatch, aGeneration, anImage } from '@/testing/builders'
import { neighbours, picturesIn, picturesOf } from './pictures'

const batch = (id: string, images: (string | null)[]): Batch =>
  ({
    id,
    generations: images.map((image, position) => ({
      id: `${id}${position}`,
      position,
      image: image && { id: image, trashed_at: null },
    })),
  }) as Batch

describe('picturesOf', () => {
  const second = batch('b', ['p', null, 'q'])
  second.generations.reverse()
  const shown = picturesOf([second, batch('a', ['r'])])
  it('leaves out what has no picture and goes by position', () => {
    expect(shown.map(one => one.image.id)).toEqual(['p', 'q', 'r'])
  })
  it('knows the neighbours over the border of a batch', () => {
    const { index, before, after } = neighbours(shown, 'q')
    expect([index, before?.image.id, after?.image.id]).toEqual([1, 'p', 'r'])
    expect(neighbours(shown, 'p').before).toBeNull()
    expect(neighbours(shown, 'gone')).toEqual({ index: -1, before: null, after: null })
  })
})

it('walks what the view shows, and stays at a picture that the filters leave out meanwhile', () => {
  const made = (['kept', 'rejected', null] as const).map((verdict, position) =>
    aGeneration({ position, status: 'complete', image: anImage({ id: `i${position}`, verdict }) }),
  )
  const all = picturesOf([aBatch({ generations: made })])
  const ids = (...asked: Parameters<typeof picturesIn>) => picturesIn(...asked).map(({ image }) => image.id)
  expect(ids(all, ANYTHING, [])).toEqual(['i0', 'i2'])
  expect(ids(all, ANYTHING, ['i1'])).toEqual(['i0', 'i1', 'i2'])
  expect(ids(all, { ...ANYTHING, rejected: true }, [])).toEqual(['i0', 'i1', 'i2'])
  expect(ids(all, { ...ANYTHING, verdict: ['kept'] }, [])).toEqual(['i0'])
})
