// What is sent of a form of settings, and how engines change places.
import { describe, expect, it } from 'vitest'
import { fieldsOfSchema } from '@/shared/forms/schema'
import { fieldOf, moved, placed, shownValue, toSend, type } from './values'

const [key, base, slow, on] = fieldsOfSchema({
  required: ['api_key'],
  properties: {
    api_key: { type: 'string', format: 'password', writeOnly: true, title: 'API key' },
    base_url: { type: 'string', default: 'https://example.test' },
    wait: { type: 'number', default: 1 },
    on: { type: 'boolean', default: false },
  },
})
if (!key || !base || !slow || !on) throw new Error('the schema has four fields')

describe('settings of an engine', () => {
  it('knows secrets and what is needed', () => {
    expect([key.kind, key.needed, base.kind, base.needed]).toEqual(['secret', true, 'text', undefined])
  })

  it('sends what was typed and takes off what was cleared', () => {
    const typed = type(type(type({}, key, 'sk-1'), base, undefined), slow, 2)
    expect(toSend(typed, { base_url: 'http://mine' })).toEqual({ api_key: 'sk-1', base_url: null, wait: 2 })
    expect(toSend(typed, {})).toEqual({ api_key: 'sk-1', wait: 2 })
  })

  it('leaves a secret alone whose typing was taken back', () => {
    expect(toSend(type(type({}, key, 'sk-1'), key, undefined), {})).toEqual({})
    expect(toSend(type({}, key, null), {})).toEqual({ api_key: null })
  })

  it('shows texts of the environment as what they mean', () => {
    expect(shownValue({}, { wait: '0.5' }, slow)).toBe(0.5)
    expect(shownValue({}, { on: 'yes' }, on)).toBe(true)
    expect(shownValue({ wait: 3 }, { wait: '0.5' }, slow)).toBe(3)
  })

  it('finds the field a problem is about', () => {
    expect([fieldOf('values.api_key'), fieldOf('id'), fieldOf(null)]).toEqual(['api_key', null, null])
  })
})

describe('the order', () => {
  it('moves one place and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  })

  it('puts one before or after another', () => {
    const ids = ['a', 'b', 'c']
    expect(placed(ids, 'c', 'a', false)).toEqual(['c', 'a', 'b'])
    expect(placed(ids, 'a', 'b', true)).toEqual(['b', 'a', 'c'])
    expect(placed(ids, 'b', 'b', true)).toEqual(ids)
    expect(placed(ids, 'x', 'b', true)).toEqual(ids)
  })
})
