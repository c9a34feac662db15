// The diff joins back to both texts, and no word that a person adds is lost on its way into the assistant's text.
import { describe, expect, it } from 'vitest'
import { diffWords, wordsOf } from '@/shared/lib/word-diff'
import { carry } from './enhance-diff'

const side = (before: string, after: string, op: 'gone' | 'new') =>
  diffWords(before, after)
    .filter(segment => segment.op === 'same' || segment.op === op)
    .map(({ text }) => text)
    .join('')

/** Texts from few words, so that they often share some; the same for the same seed. */
function* texts(seed: number): Generator<string> {
  const words = ['a', 'fox', 'in', 'snow', ', ', ' ', '\n', 'ü', '🦊', '雪', '“', '.']
  let state = seed
  const roll = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  for (;;) yield Array.from({ length: roll(14) }, () => words[roll(words.length)]).join('')
}

describe('the diff', () => {
  it('marks what was added and what is gone', () => {
    expect(diffWords('a red fox', 'a red fox, soft light')).toEqual([
      { op: 'same', text: 'a red fox' },
      { op: 'new', text: ', soft light' },
    ])
    expect(diffWords('a red fox', 'a blue fox')).toEqual([
      { op: 'same', text: 'a ' },
      { op: 'gone', text: 'red' },
      { op: 'new', text: 'blue' },
      { op: 'same', text: ' fox' },
    ])
    expect(diffWords('', 'x')).toEqual([{ op: 'new', text: 'x' }])
  })

  it('joins back to both texts, letter for letter', () => {
    const source = texts(7)
    for (let turn = 0; turn < 400; turn += 1) {
      const [before, after] = [source.next().value, source.next().value]
      expect(wordsOf(before).join('')).toBe(before)
      expect(side(before, after, 'gone')).toBe(before)
      expect(side(before, after, 'new')).toBe(after)
    }
  })
})

describe('carrying an edit into the assistant’s text', () => {
  const own = 'a fox in snow'
  const text = 'a red fox in deep snow, soft light'

  it('puts words where they were put, and takes out what was taken out', () => {
    expect(carry(own, text, own)).toBe(text)
    expect(carry(own, text, 'a quick fox in snow')).toContain('quick')
    expect(carry(own, text, 'a fox in snow at night')).toBe('a red fox in deep snow at night, soft light')
    expect(carry(own, text, 'a fox')).not.toContain('snow')
    expect(carry(own, text, 'a wolf in snow')).toBe('a red wolf in deep snow, soft light')
    expect(carry('a fox', 'a vixen, soft light', 'a wolf')).toBe('a wolf, soft light')
    expect(carry('a fox', 'a vixen, soft light', 'a ')).toBe('a , soft light')
  })

  it('loses no word that the person added', () => {
    const source = texts(11)
    for (let turn = 0; turn < 400; turn += 1) {
      const [base, made] = [source.next().value, source.next().value]
      const now = `${base} owl ${source.next().value}`
      expect(wordsOf(carry(base, made, now))).toContain('owl')
      expect(carry(base, base, now)).toBe(now)
      expect(carry(base, made, base)).toBe(made)
    }
  })
})
