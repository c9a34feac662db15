// The dates along the edge: found by height, labelled where there is room, walked by keys.
import { describe, expect, it } from 'vitest'
import { datedOf, dayNumberAt, dayWords, marksOf, stepDays } from './scrub'

const days = ['2026-11-23', '2026-11-22', '2026-10-30', '2026-10-02', '2025-12-31', '2025-03-01']
const dated = datedOf(
  days.map((day, at) => ({ day, at: at * 10 })),
  index => index * 100,
)

describe('dates', () => {
  it('are found by where one is', () => {
    expect([0, 999, 1000, 99_999].map(y => dayNumberAt(dated, y))).toEqual([0, 0, 1, 5])
  })
  it('are labelled by years first and by months where there is room', () => {
    expect(marksOf(dated, 6000, 600).map(({ label }) => label)).toEqual(['2026', 'Oct', '2025', 'Mar'])
    expect(marksOf(dated, 6000, 200, 90).map(({ label }) => label)).toEqual(['2026', '2025'])
    expect(marksOf([], 0, 600)).toEqual([])
  })
  it('are walked by day, by month and to the ends', () => {
    expect(stepDays(dated, 1, 'ArrowDown')).toBe(2)
    expect(stepDays(dated, 0, 'ArrowUp')).toBe(0)
    expect(stepDays(dated, 0, 'PageDown')).toBe(2)
    expect(stepDays(dated, 4, 'PageUp')).toBe(2)
    expect(stepDays(dated, 5, 'PageDown')).toBe(5)
    expect(stepDays(dated, 3, 'End')).toBe(5)
    expect(stepDays(dated, 3, 'Home')).toBe(0)
    expect(stepDays(dated, 3, 'x')).toBeNull()
  })
  it('are said as a person would', () => {
    expect(dayWords('2026-11-23', '2026-11-23')).toBe('Today')
    expect(dayWords('2026-11-22', '2026-11-23')).toBe('Yesterday')
    expect(dayWords('2026-10-30', '2026-11-23')).toBe('Fri 30 October 2026')
  })
})
