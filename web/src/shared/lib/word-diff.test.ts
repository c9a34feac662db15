// A diff that is told in longer runs joins back to the same two texts.
import { describe, expect, it } from 'vitest'
import { diffWords, readable, type Segment } from './word-diff'

const join = (pieces: Segment[], ...ops: Segment['op'][]) =>
  pieces
    .filter(({ op }) => ops.includes(op))
    .map(({ text }) => text)
    .join('')

describe('readable', () => {
  it('tells what was replaced in a row as one', () => {
    expect(readable(diffWords('a red squirrel runs', 'a blue fox runs'))).toEqual([
      { op: 'same', text: 'a ' },
      { op: 'gone', text: 'red squirrel' },
      { op: 'new', text: 'blue fox' },
      { op: 'same', text: ' runs' },
    ])
  })
  it('joins back to both texts', () => {
    const words = ['a', 'fox', 'in', 'snow', ', ', ' ', '\n', '雪']
    let state = 5
    const roll = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const text = () => Array.from({ length: roll(12) }, () => words[roll(words.length)]).join('')
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [text(), text()]
      const told = readable(diffWords(before, after))
      expect(join(told, 'same', 'gone')).toBe(before)
      expect(join(told, 'same', 'new')).toBe(after)
    }
  })
})
