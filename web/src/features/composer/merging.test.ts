// What two tabs typed at once is all there, and the cursor stays where the person writes.
import { describe, expect, it } from 'vitest'
import { diffWords, wordsOf } from '@/shared/lib/word-diff'
import { type Copy, type Draft, sameDraft, saved } from './draft'
import { placeBehind, placeIn, rebase } from './merging'

const draft = (prompt: string, more: Partial<Draft> = {}): Draft => ({
  prompt,
  models: ['a/one'],
  ratio: '1:1',
  images_per_model: 1,
  options: {},
  references: [],
  parent: null,
  enhance: null,
  ...more,
})

/** Texts from few words, so that they often share some; the same for the same seed. */
function* rolls(seed: number): Generator<(below: number) => number> {
  let state = seed
  for (;;) {
    yield below => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
  }
}

const WORDS = ['a', 'fox', 'in', 'snow', 'soft', 'ü', '雪', 'light']

describe('rebase', () => {
  it('puts what was typed meanwhile into what another tab wrote', () => {
    const both = rebase(draft('a fox'), draft('a fox, at night'), draft('a fox jumps'))
    expect(both.prompt).toContain('jumps')
    expect(both.prompt).toContain('at night')
  })
  it('takes each field from the side that changed it', () => {
    const sent = draft('a', { options: { seed: 1 } })
    const kept = draft('a', { ratio: '16:9', options: { seed: 1 } })
    const now = draft('a', { options: { seed: 2 }, parent: { image_id: 'x', kind: 'vary' } })
    expect(rebase(sent, kept, now)).toEqual({ ...kept, options: { seed: 2 }, parent: now.parent })
  })
  it('loses no word that either side added', () => {
    const next = rolls(7)
    for (let round = 0; round < 300; round += 1) {
      const roll = next.next().value as (below: number) => number
      const text = () => Array.from({ length: roll(7) }, () => WORDS[roll(WORDS.length)]).join(' ')
      const add = (to: string, word: string) => {
        const parts = to.split(' ').filter(Boolean)
        parts.splice(roll(parts.length + 1), 0, word)
        return parts.join(' ')
      }
      const base = text()
      const both = rebase(draft(base), draft(add(base, 'THEIRS')), draft(add(base, 'mine')))
      const words = wordsOf(both.prompt)
      expect(words.filter(word => word === 'THEIRS' || word === 'mine').sort()).toEqual(['THEIRS', 'mine'])
    }
  })
  it('changes nothing where nothing was typed since', () => {
    expect(rebase(draft('a'), draft('b'), draft('a'))).toEqual(draft('b'))
  })
})

describe('saved', () => {
  const copy = (prompt: string): Copy => ({ draft: draft(prompt), revision: 3, edited: true })
  it('takes the merged text in where nothing was typed since', () => {
    const told = { ...draft('a fox and a hare'), revision: 5 }
    expect(saved(copy('a fox'), draft('a fox'), told, rebase)).toEqual({
      draft: draft('a fox and a hare'),
      revision: 5,
      edited: false,
    })
  })
  it('keeps what was typed since as unsaved, grown out of the merged text', () => {
    const told = { ...draft('one a fox'), revision: 5 }
    const next = saved(copy('a fox two'), draft('a fox'), told, rebase)
    expect(next).toMatchObject({ revision: 5, edited: true, draft: { prompt: 'one a fox two' } })
  })
  it('counts an answer once, though it comes as an answer and as an echo', () => {
    const told = { ...draft('one a fox'), revision: 5 }
    const once = saved(copy('a fox two'), draft('a fox'), told, rebase)
    expect(saved(once, draft('a fox'), told, rebase)).toBe(once)
    expect(sameDraft(once.draft, draft('one a fox two'))).toBe(true)
  })
})

describe('placeIn', () => {
  it('stays behind the word it stands behind', () => {
    expect(placeIn('a fox jumps', 'Big: a fox jumps', 5)).toBe(10)
    expect(placeIn('a fox jumps', 'a fox jumps high', 11)).toBe(11)
    expect(placeIn('a fox', 'a fox', 0)).toBe(0)
  })
  it('stays behind the space that was typed last', () => {
    expect(placeIn('a fox ', 'a fox  and more', 6)).toBe(6)
    expect(placeIn('a fo', 'a fox', 4)).toBe(4)
  })
  it('goes to where a word stood that is gone', () => {
    expect(placeIn('a red fox', 'a fox', 5)).toBe(2)
  })
  it('never leaves the text, and never splits what both share', () => {
    const next = rolls(3)
    for (let round = 0; round < 200; round += 1) {
      const roll = next.next().value as (below: number) => number
      const text = () => Array.from({ length: roll(6) }, () => WORDS[roll(WORDS.length)]).join(' ')
      const [before, after] = [text(), text()]
      let last = 0
      for (let at = 0; at <= before.length; at += 1) {
        const to = placeIn(before, after, at)
        expect(to).toBeGreaterThanOrEqual(last)
        expect(to).toBeLessThanOrEqual(after.length)
        last = to
      }
      if (diffWords(before, after).every(({ op }) => op === 'same')) expect(last).toBe(after.length)
    }
  })
})

describe('placeBehind', () => {
  it('counts from the end, also where the kept text has the same words', () => {
    expect(placeBehind('a', 'a fox a', 1)).toBe(7)
    expect(placeBehind('fast', 'kept fast', 2)).toBe(7)
  })
})
