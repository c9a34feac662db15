// A justified grid fills its rows, breaks where it must, and is walked by keys.
import { describe, expect, it } from 'vitest'
import { GRID_GAP, justify, placeOf, placesOf, rowAt, rowOf, stepFrom, within } from './justify'

const squares = (count: number) => Array.from({ length: count }, () => 100)

describe('justify', () => {
  it('fills every row but the last to the width, near the height that is wanted', () => {
    const aspects = Array.from({ length: 500 }, (_, at) => [100, 150, 67, 178, 56][at % 5] ?? 100)
    const grid = justify(aspects, [], 1200, 200)
    let seen = 0
    for (let row = 0; row < grid.rows; row += 1) {
      const places = placesOf(grid, aspects, row)
      seen += places.length
      const last = places.at(-1)
      if (row === grid.rows - 1) continue
      expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(1200)
      expect(grid.heights[row]).toBeGreaterThan(140)
      expect(grid.heights[row]).toBeLessThan(290)
    }
    expect(seen).toBe(500)
  })
  it('does not blow up a row that is not full', () => {
    expect(placeOf(justify(squares(1), [], 1200, 200), squares(1), 0)?.width).toBe(200)
  })
  it('begins a row at every break, below its heading', () => {
    const grid = justify(
      squares(10),
      [
        { at: 0, head: 40 },
        { at: 3, head: 40 },
        { at: 5, head: 0 },
      ],
      1200,
      200,
    )
    expect([...grid.firsts.slice(0, grid.rows)]).toEqual([0, 3, 5])
    expect(grid.tops[0]).toBe(40)
    expect(grid.tops[1]).toBeCloseTo(40 + 200 + GRID_GAP + 40)
  })
  it('stands nothing, nonsense and very much', () => {
    expect(justify([], [], 800, 200).height).toBe(0)
    expect(justify(squares(3), [], 0, 200).rows).toBe(0)
    const many = justify(squares(100_000), [], 1100, 180)
    expect(many.firsts[many.rows]).toBe(100_000)
    expect(rowOf(many, 99_999)).toBe(many.rows - 1)
    expect(rowAt(many, many.height + 500)).toBe(many.rows - 1)
  })
})

describe('the grid', () => {
  const aspects = squares(23)
  const grid = justify(aspects, [], 1230, 200) // rows of six
  it('is walked by arrows, pages and to its ends', () => {
    const step = (from: number, key: string) => stepFrom(grid, aspects, from, key, 400)
    expect(step(2, 'ArrowRight')).toBe(3)
    expect(step(0, 'ArrowLeft')).toBeNull()
    expect(step(2, 'ArrowDown')).toBe(8)
    expect(step(8, 'ArrowUp')).toBe(2)
    expect(step(19, 'ArrowDown')).toBeNull()
    expect(step(17, 'ArrowDown')).toBe(22)
    expect(step(1, 'PageDown')).toBe(7)
    expect(step(22, 'PageUp')).toBe(11)
    expect(step(5, 'Home')).toBe(0)
    expect(step(5, 'End')).toBe(22)
    expect(step(5, 'q')).toBeNull()
  })
  it('finds what a rectangle touches', () => {
    expect(within(grid, aspects, { left: 10, right: 300, top: 10, bottom: 250 })).toEqual([0, 1, 6, 7])
    expect(within(grid, aspects, { left: 0, right: 5000, top: 9000, bottom: 9999 })).toEqual([])
  })
})
