// Switched-on references stand first, in the order in which they are used.
import { describe, expect, it } from 'vitest'
import { onFirst } from './sorted'

const items = ['a', 'b', 'c', 'd'].map(id => ({ image: { id } }))
const ids = (on: string[]) => onFirst(items, on).map(({ image }) => image.id)

describe('onFirst', () => {
  it('puts those that are on first and leaves the others as they were', () => {
    expect(ids(['d', 'b'])).toEqual(['d', 'b', 'a', 'c'])
    expect(ids(['elsewhere', 'c'])).toEqual(['c', 'a', 'b', 'd'])
    expect(ids([])).toEqual(['a', 'b', 'c', 'd'])
  })
})
