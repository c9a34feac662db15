// Filters survive the way through an address, and say which pictures they admit.
import { describe, expect, it } from 'vitest'
import { aGeneration, anImage } from '@/testing/builders'
import { ANYTHING, admits, admitsGeneration, countFilters, filtersOf, queryOf, searchOf } from './filters'

describe('filters', () => {
  it('come back from an address as they went into it', () => {
    const filters = filtersOf({
      model: ['fake/fast', 'b/c'],
      status: 'failed',
      verdict: ['kept'],
      rating: 3,
      favourite: true,
      tag: 'sea',
      from: '2026-11-01',
      to: '2026-11-02',
    })
    expect(filtersOf(searchOf(filters))).toEqual(filters)
    expect(filtersOf(searchOf(ANYTHING))).toEqual(ANYTHING)
    expect(countFilters(filters)).toBe(7)
  })
  it('leave out what makes no sense', () => {
    const odd = {
      rating: 9,
      verdict: ['loved'],
      status: [4, 'done'],
      from: 'yesterday',
      favourite: 'yes',
      model: '',
    }
    expect(filtersOf(odd)).toEqual(ANYTHING)
    expect(countFilters({ ...ANYTHING, rejected: true })).toBe(0)
  })
  it('make equal texts of equal wishes', () => {
    const one = queryOf({ ...ANYTHING, rating: 2, model: ['a', 'b'] })
    expect(one).toEqual({ model: ['a', 'b'], rating: 2 })
    expect(JSON.stringify(one)).toBe(JSON.stringify(queryOf({ ...ANYTHING, model: ['b', 'a'], rating: 2 })))
    expect(queryOf(ANYTHING)).toEqual({})
    const { from, to } = { from: '2026-11-01', to: '2026-11-01' }
    const day = queryOf({ ...ANYTHING, from, to })
    expect(Number(day.to) - Number(day.from)).toBe(86_400_000 - 1)
  })
})

describe('admitting', () => {
  const only = (some: Partial<typeof ANYTHING>) => ({ ...ANYTHING, ...some })
  it('hides what was rejected until it is asked for', () => {
    const image = anImage({ verdict: 'rejected' })
    expect(admits(ANYTHING, image, 'm')).toBe(false)
    expect(admits(only({ rejected: true }), image, 'm')).toBe(true)
    expect(admits(only({ verdict: ['rejected'] }), image, 'm')).toBe(true)
    expect(admits(only({ verdict: ['undecided'] }), anImage(), 'm')).toBe(true)
    expect(admits(only({ rejected: true }), anImage({ trashed_at: 1 }), 'm')).toBe(false)
  })
  it('goes by rating, star, tag, model and day', () => {
    const image = anImage({ rating: 3, tags: ['Sea'], created_at: new Date('2026-11-05T08:00').getTime() })
    expect(admits(only({ rating: 3, tag: 'sea', model: ['m'] }), image, 'm')).toBe(true)
    expect(admits(only({ rating: 4 }), image, 'm')).toBe(false)
    expect(admits(only({ favourite: true }), image, 'm')).toBe(false)
    expect(admits(only({ model: ['n'] }), image, 'm')).toBe(false)
    expect(admits(only({ from: '2026-11-05', to: '2026-11-05' }), image, 'm')).toBe(true)
    expect(admits(only({ to: '2026-11-04' }), image, 'm')).toBe(false)
    expect(admits(only({ status: ['failed'] }), image, 'm')).toBe(false)
  })
  it('takes what has no picture by model and status alone', () => {
    const failed = aGeneration({ status: 'failed', model: 'm' })
    expect(admitsGeneration(ANYTHING, failed)).toBe(true)
    expect(admitsGeneration(only({ status: ['failed'] }), failed)).toBe(true)
    expect(admitsGeneration(only({ status: ['queued'] }), failed)).toBe(false)
    expect(admitsGeneration(only({ favourite: true }), failed)).toBe(false)
    expect(admitsGeneration(ANYTHING, aGeneration({ status: 'failed', dismissed_at: 5 }))).toBe(false)
  })
})
