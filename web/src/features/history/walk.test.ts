// Arrow keys lead from tile to tile, also over the border of a batch.
import { expect, it } from 'vitest'
import type { Batch } from '@/shared/api/types'
import { walk } from './walk'

const batch = (name: string, count: number): Batch =>
  ({
    id: name,
    generations: Array.from({ length: count }, (_, position) => ({
      id: `${name}${position}`,
      position,
      width: 100,
      height: 100,
      image: null,
    })),
  }) as unknown as Batch

const batches = [batch('a', 6), batch('b', 2)]

it.each([
  ['a0', 'ArrowRight', 'a1'],
  ['a5', 'ArrowRight', 'b0'],
  ['b0', 'ArrowLeft', 'a5'],
  ['a0', 'ArrowLeft', null],
  ['a1', 'ArrowDown', 'a5'],
  ['a5', 'ArrowDown', 'b1'],
  ['b1', 'ArrowUp', 'a5'],
  ['b1', 'ArrowDown', null],
  ['b1', 'Home', 'a0'],
  ['a0', 'End', 'b1'],
  ['a0', 'x', null],
  ['gone', 'ArrowRight', null],
])('%s %s → %s', (from, key, to) => {
  expect(walk(batches, 824, from, key)).toBe(to)
})
