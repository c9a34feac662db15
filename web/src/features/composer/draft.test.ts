// The composer comes back as it was left, and two tabs agree without dropping what is being typed.
import { describe, expect, it } from 'vitest'
import type { Draft as Kept, Model } from '@/shared/api/types'
import {
  BLANK,
  behind,
  type Copy,
  type Draft,
  fingerprint,
  firstDraft,
  hear,
  type Rebase,
  sameDraft,
  saved,
  settle,
} from './draft'

const ready = [{ id: 'a/one' }, { id: 'b/two' }] as Model[]
const draft: Draft = {
  prompt: 'a fox',
  models: ['a/one'],
  ratio: '1:1',
  images_per_model: 1,
  options: {},
  references: [],
}
const told = (prompt: string, revision: number): Kept => ({ ...draft, prompt, revision })
const copy = (prompt: string, revision: number, edited: boolean): Copy => ({
  draft: { ...draft, prompt },
  revision,
  edited,
})

describe('firstDraft', () => {
  it('starts with the first ready model, square, one image', () => {
    expect(firstDraft(null, null, ready)).toEqual({ ...draft, prompt: '' })
  })
  it('comes back with the settings of the last batch', () => {
    const settings = { models: ['b/two'], ratio: '16:9', images_per_model: 2, options: { seed: 4 } }
    expect(firstDraft(null, settings, ready)).toEqual({ ...settings, prompt: '', references: [] })
  })
  it('puts the draft before the settings', () => {
    const kept = { ...told('hello', 3), models: ['a/one'], ratio: '3:4' }
    const settings = { models: ['b/two'], ratio: '16:9', images_per_model: 2, options: {} }
    expect(firstDraft(kept, settings, ready)).toMatchObject({
      prompt: 'hello',
      models: ['a/one'],
      ratio: '3:4',
    })
  })
  it('takes another model for one that is gone', () => {
    const kept = { ...told('hello', 3), models: ['gone/away'] }
    expect(firstDraft(kept, null, ready).models).toEqual(['a/one'])
  })
})

describe('two tabs', () => {
  const asIs: Rebase = (_, __, now) => now
  it('takes what another tab saved when nothing is unsaved here', () => {
    expect(hear(copy('old', 1, false), told('new', 2))).toMatchObject(copy('new', 2, false))
  })
  it('never drops what is being typed, and saves it as grown out of what it knew', () => {
    const typing = copy('typing', 1, true)
    expect(hear(typing, told('new', 2))).toBe(typing)
  })
  it('does not hear what is older', () => {
    const mine = copy('mine', 5, false)
    expect(hear(mine, told('late', 4))).toBe(mine)
  })
  it('stays unsaved when something was typed while saving', () => {
    const sent = { ...draft, prompt: 'a' }
    expect(saved(copy('ab', 1, true), sent, told('a', 2), asIs)).toEqual(copy('ab', 2, true))
    expect(saved(copy('a', 1, true), sent, told('a', 2), asIs)).toMatchObject(copy('a', 2, false))
  })
  it('puts the text typed before the draft had come in behind it', () => {
    const late = { ...draft, prompt: 'kept', ratio: '16:9' }
    expect(settle(copy('fast', 0, true), late, 7)).toEqual({
      draft: { ...late, prompt: 'kept fast' },
      revision: 7,
      edited: true,
    })
    expect(settle(copy('', 0, false), late, 7).draft).toEqual(late)
    expect(settle(copy('', 0, true), late, 7).draft.prompt).toBe('kept')
  })
  it('keeps what was chosen before the draft had come in', () => {
    const late = { ...draft, prompt: '', images_per_model: 3, options: { negative: 'blur', seed: 4 } }
    const enhance = { own: 'fast', text: 'fast, at dusk', assistant: 'local', in_step: false }
    const early: Copy = {
      draft: { ...BLANK, prompt: 'fast', ratio: '3:4', enhance, options: { negative: 'noise' } },
      revision: 0,
      edited: true,
    }
    const options = { negative: 'blur noise', seed: 4 }
    expect(settle(early, late, 7).draft).toEqual({ ...late, prompt: 'fast', ratio: '3:4', enhance, options })
  })
})

describe('what is typed behind a kept text', () => {
  it.each([
    ['kept', 'typed', 'kept typed'],
    ['kept\nlines', 'typed', 'kept\nlines\ntyped'],
    ['kept ', ' typed', 'kept typed'],
    ['kept', ', typed', 'kept, typed'],
    ['', ' typed', ' typed'],
    ['kept', ' ', 'kept'],
  ])('%j and %j are %j', (kept, typed, both) => {
    expect(behind(kept, typed)).toBe(both)
  })
})

describe('fingerprint', () => {
  it('is the same for the same contents in another order', () => {
    const one = { ...draft, options: { seed: 1, style: 'x' } }
    expect(fingerprint(one)).toBe(fingerprint({ ...draft, options: { style: 'x', seed: 1 } }))
    expect(sameDraft(one, draft)).toBe(false)
  })
})
