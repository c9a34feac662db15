// The shape of a history stays true while things come, go and return.
import { describe, expect, it } from 'vitest'
import {
  chunkAt,
  chunkOfId,
  dayAt,
  firstsOf,
  localDay,
  putInside,
  putOnTop,
  readShape,
  takeOut,
} from './shape'

const noon = new Date('2026-11-23T12:00:00').getTime()
const five = () =>
  readShape({
    view: 'grid',
    total: 5,
    rejected: 1,
    chunk: 2,
    starts: ['i5', 'i3', 'i1'],
    days: [
      { day: '2026-11-23', at: 0 },
      { day: '2026-11-20', at: 3 },
    ],
    aspects: [100, 150, 75, 100, 178],
  })

describe('a shape', () => {
  it('knows its chunks', () => {
    const shape = five()
    expect(shape.chunks.map(({ count }) => count)).toEqual([2, 2, 1])
    expect(firstsOf(shape)).toEqual([0, 2, 4])
    expect([0, 1, 2, 4, 5, -1].map(index => chunkAt(shape, index))).toEqual([0, 0, 1, 2, -1, -1])
    expect(['i9', 'i5', 'i4', 'i3', 'i1', 'i0'].map(id => chunkOfId(shape, id))).toEqual([0, 0, 0, 1, 2, 2])
    expect(dayAt(shape.days, 2)?.day).toBe('2026-11-23')
    expect(dayAt(shape.days, 3)?.day).toBe('2026-11-20')
    expect(dayAt([], 0)).toBeNull()
  })
  it('takes new things on top into chunks of their own, so that the others stay as they were read', () => {
    const one = putOnTop(five(), 'i6', 120, noon)
    const two = putOnTop(one, 'i7', 130, noon)
    expect(two.chunks.map(({ key, start, count }) => [key, start, count])).toEqual([
      ['new-i6', 'i7', 2],
      ['i5', 'i5', 2],
      ['i3', 'i3', 2],
      ['i1', 'i1', 1],
    ])
    expect(two.aspects.slice(0, 3)).toEqual([130, 120, 100])
    expect([two.total, two.fresh]).toEqual([7, 2])
    expect(two.days).toEqual([
      { day: '2026-11-23', at: 0 },
      { day: '2026-11-20', at: 5 },
    ])
    const next = putOnTop(five(), 'i6', 100, noon + 86_400_000)
    expect(next.days.map(({ at }) => at)).toEqual([0, 1, 4])
  })
  it('loses what goes, and the days and counts with it', () => {
    const shape = takeOut(five(), new Set([1, 3, 4]))
    expect(shape.total).toBe(2)
    expect(shape.chunks.map(({ count }) => count)).toEqual([1, 1, 0])
    expect(shape.days).toEqual([{ day: '2026-11-23', at: 0 }])
    expect(shape.aspects).toEqual([100, 75])
    expect(chunkAt(shape, 1)).toBe(1)
    const same = five()
    expect(takeOut(same, new Set())).toBe(same)
  })
  it('takes back what returns to a chunk, and asks where it cannot know', () => {
    const shape = putInside(takeOut(five(), new Set([1])), 0, 1, 150, noon)
    expect(shape?.aspects).toEqual([100, 150, 75, 100, 178])
    expect(shape?.days[1]?.at).toBe(3)
    expect(putInside(five(), 0, 0, 100, noon - 40 * 86_400_000)).toBeNull()
  })
  it('tells days as the reader has them', () => {
    expect(localDay(new Date(2026, 0, 5, 0, 30).getTime())).toBe('2026-01-05')
  })
})
