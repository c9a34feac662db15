// Tiles fill the column in rows, each in its own shape, and the arrows find their neighbours.
import { describe, expect, it } from 'vitest'
import { across, columnsFor, entering, GAP, layOut } from './layout'

const square = { width: 1024, height: 1024 }
const wide = { width: 1024, height: 576 }
const tall = { width: 576, height: 1024 }
const many = <T>(one: T, count: number): T[] => Array.from({ length: count }, () => one)

describe('layOut', () => {
  it('puts four squares in one row over the whole width', () => {
    const { places, height } = layOut(many(square, 4), 824)
    expect(height).toBe(200)
    expect(places.map(place => place.left)).toEqual([0, 208, 416, 624])
  })
  it('puts two in a row on a phone', () => {
    const { places, height } = layOut(many(square, 3), 308)
    expect(height).toBe(150 * 2 + GAP)
    expect(places[2]).toEqual({ left: 0, top: 158, width: 150, height: 150 })
  })
  it('gives wide pictures three columns unless four fit evenly', () => {
    expect(columnsFor(many(wide, 3), 1000)).toBe(3)
    expect(columnsFor(many(wide, 4), 1000)).toBe(4)
    expect(columnsFor(many(square, 3), 1000)).toBe(4)
  })
  it('fills a row of mixed shapes exactly and at one height', () => {
    const { places } = layOut([square, wide, tall, square], 1000)
    const last = places[3]
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(1000)
    expect(new Set(places.map(place => place.height)).size).toBe(1)
  })
  it('does not blow up one picture', () => {
    expect(layOut([square], 824).places[0]?.width).toBeCloseTo(200)
    expect(layOut(many(tall, 4), 4000).places[0]?.height).toBe(520)
  })
  it('stands nonsense', () => {
    expect(layOut([], 800)).toEqual({ places: [], height: 0 })
    expect(layOut([{ width: 0, height: 0 }], 824).places[0]?.width).toBeCloseTo(200)
  })
})

describe('arrows', () => {
  const { places } = layOut(many(square, 6), 824)
  it('go to the nearest tile of the next row', () => {
    expect(across(places, 1, 1)).toBe(5)
    expect(across(places, 3, 1)).toBe(5)
    expect(across(places, 5, -1)).toBe(1)
    expect(across(places, 0, -1)).toBeUndefined()
  })
  it('enter a batch at its near edge', () => {
    expect(entering(places, 1, 300)).toBe(1)
    expect(entering(places, -1, 0)).toBe(4)
    expect(entering([], 1, 0)).toBeUndefined()
  })
})
