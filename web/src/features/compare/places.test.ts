// Two to four pictures; replacing keeps them different, mixing keeps them all.
import { describe, expect, it } from 'vitest'
import { idsOf, replaced, shuffled } from './places'

describe('idsOf', () => {
  it('takes at most four different ids', () => {
    expect(idsOf('a,b,a, c ,d,e')).toEqual(['a', 'b', 'c', 'd'])
    expect(idsOf(undefined)).toEqual([])
  })
})

describe('replaced', () => {
  it('puts a picture into a place', () => expect(replaced(['a', 'b'], 1, 'c')).toEqual(['a', 'c']))
  it('changes places with one that is shown', () =>
    expect(replaced(['a', 'b', 'c'], 2, 'a')).toEqual(['c', 'b', 'a']))
  it('leaves all where it is there already', () => expect(replaced(['a', 'b'], 0, 'a')).toEqual(['a', 'b']))
})

describe('shuffled', () => {
  it('keeps every one and reaches every order', () => {
    const orders = new Set(Array.from({ length: 200 }, () => shuffled(['a', 'b', 'c']).join('')))
    expect(orders.size).toBe(6)
    expect(shuffled(['a', 'b', 'c'], () => 0)).toEqual(['b', 'c', 'a'])
  })
})
