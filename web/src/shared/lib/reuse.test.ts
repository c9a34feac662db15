// Using something again changes what the preview tells and nothing else, whatever stands in the composer.
import { describe, expect, it } from 'vitest'
import type { NewDraft, Reference, Reuse } from '@/shared/api/types'
import { changes, lostOf, PARTS, taken } from './reuse'

const empty: NewDraft = {
  prompt: '',
  models: ['a/one'],
  ratio: '1:1',
  images_per_model: 1,
  options: {},
  references: [],
}
const reference = (image_id: string, strength = 0.6): Reference => ({ image_id, role: null, strength })
const reuse = (more: Partial<Reuse['batch']> = {}, missing: Reuse['missing'] = []): Reuse => ({
  batch: { ...empty, prompt: 'a fox', ...more },
  missing,
})

describe('taken', () => {
  const full = reuse({
    models: ['a/one', 'b/two'],
    ratio: '3:2',
    images_per_model: 2,
    options: { seed: 7, negative: 'blur', steps: 20 },
    references: [reference('r')],
    parent: { image_id: 'p', kind: 'vary' },
  })
  const now = { ...empty, prompt: 'mine', options: { seed: 1, style: 'x' } }
  it('takes one part and leaves the others', () => {
    expect(taken(now, full, 'prompt')).toEqual({ prompt: 'a fox', enhance: null })
    expect(taken(now, full, 'references')).toEqual({ references: [reference('r')] })
    expect(taken(now, full, 'seed')).toEqual({ options: { style: 'x', seed: 7 } })
    expect(taken(now, full, 'settings')).toEqual({
      models: ['a/one', 'b/two'],
      ratio: '3:2',
      images_per_model: 2,
      options: { negative: 'blur', steps: 20, seed: 1 },
    })
    expect(taken(now, full, 'all')).toMatchObject({ ...full.batch, parent: { image_id: 'p', kind: 'vary' } })
  })
  it('leaves out what is gone and keeps what is there instead', () => {
    const gone = [
      { field: 'models.0', reason: 'No engine offers a/one now.' },
      { field: 'ratio', reason: 'Two no longer has 3:2.' },
      { field: 'options.steps', reason: 'Two knows no steps.' },
    ]
    const some = taken(now, { ...full, missing: gone }, 'settings')
    expect(some).toEqual({ models: ['b/two'], images_per_model: 2, options: { negative: 'blur', seed: 1 } })
    const all = [...gone, { field: 'models.1', reason: 'No engine offers b/two now.' }]
    expect(taken(now, { ...full, missing: all }, 'settings')).not.toHaveProperty('models')
  })
  it('takes a free seed for a locked one', () => {
    expect(taken(now, reuse(), 'seed')).toEqual({ options: { style: 'x' } })
  })
})

describe('lostOf', () => {
  it('names what the part would have had, once', () => {
    const missing = [
      { field: 'models.0', reason: 'gone' },
      { field: 'models.1', reason: 'gone' },
      { field: 'references.0', reason: 'deleted' },
      { field: 'parent', reason: 'no parent' },
    ]
    expect(lostOf(missing, 'all')).toEqual(['gone', 'deleted', 'no parent'])
    expect(lostOf(missing, 'settings')).toEqual(['gone'])
    expect(lostOf(missing, 'references')).toEqual(['deleted'])
    expect(lostOf(missing, 'seed')).toEqual([])
  })
})

describe('changes, for whatever is there and whatever comes', () => {
  let state = 11
  const roll = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const one = <Item>(of: readonly Item[]): Item => of[roll(of.length)] as Item
  const some = <Item>(of: readonly Item[]): Item[] => of.filter(() => roll(2) === 0)
  const contents = (): NewDraft => ({
    prompt: one(['', 'a fox', 'a red fox', 'snow\n雪']),
    models: some(['a/one', 'b/two', 'c/three']),
    ratio: one(['1:1', '3:2']),
    images_per_model: 1 + roll(4),
    options: Object.fromEntries(
      some(['seed', 'negative', 'steps', 'style']).map(name => [name, one([1, 2, '', 'x', null])]),
    ),
    references: some(['r', 's']).map(id => reference(id, one([0.2, 0.6]))),
    ...(roll(2) && { parent: one([null, { image_id: 'p', kind: 'vary' as const }]) }),
    ...(roll(4) === 0 && { enhance: { own: 'a', text: 'b', assistant: 'rules', in_step: false } }),
  })
  const FIELDS = {
    prompt: ['prompt', 'enhance'],
    settings: ['models', 'ratio', 'images_per_model', 'option'],
    references: ['references'],
    seed: ['option'],
    all: null,
  }
  const rounds = Array.from({ length: 400 }, () => {
    const { enhance: _, ...batch } = contents()
    const lost = some(['models.0', 'models.1', 'ratio', 'options.steps', 'options.seed'])
    const given: Reuse = { batch, missing: lost.map(field => ({ field, reason: field })) }
    return { now: contents(), given, part: one(PARTS) }
  })

  it('are none once they are made', () => {
    for (const { now, given, part } of rounds) {
      const after = { ...now, ...taken(now, given, part) }
      expect(changes(after, taken(after, given, part))).toEqual([])
    }
  })
  it('lead back when what was before is put back', () => {
    for (const { now, given, part } of rounds) {
      const there = changes(now, taken(now, given, part))
      const after = { ...now, ...taken(now, given, part) }
      const back = changes(after, { parent: null, ...now }).filter(({ field }) => field !== 'enhance')
      expect(back.map(({ now, next }) => [next, now])).toEqual(
        there.filter(({ field }) => field !== 'enhance').map(({ now, next }) => [now, next]),
      )
    }
  })
  it('touch only fields of the part', () => {
    for (const { now, given, part } of rounds) {
      const fields = FIELDS[part]
      const found = changes(now, taken(now, given, part))
      if (fields) for (const { field } of found) expect(fields).toContain(field)
      if (part === 'seed')
        expect(found.every(change => 'name' in change && change.name === 'seed')).toBe(true)
      if (part === 'settings')
        expect(found.some(change => 'name' in change && change.name === 'seed')).toBe(false)
    }
  })
  it('never bring what is missing', () => {
    for (const { now, given, part } of rounds) {
      const then = taken(now, given, part)
      if (part === 'seed') continue
      for (const { field } of given.missing) {
        if (field === 'options.steps' && 'options' in then) expect(then.options).not.toHaveProperty('steps')
        if (field === 'ratio') expect(then).not.toHaveProperty('ratio')
      }
    }
  })
})
