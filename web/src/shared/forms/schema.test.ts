// The advanced form follows the schemas of the chosen models.
import { describe, expect, it } from 'vitest'
import type { Model } from '@/shared/api/types'
import { fieldsOf, knownOptions } from './schema'

const model = (name: string, properties: object, more: object = {}) => ({
  name,
  options_schema: { type: 'object', properties, ...more } as Model['options_schema'],
  seed: false,
  negative: false,
})

describe('fieldsOf', () => {
  it('draws each kind', () => {
    const fields = fieldsOf([
      model('M', {
        style: { enum: ['auto', 'oil_paint'], default: 'auto', title: 'Style', description: 'The hand.' },
        steps: { type: 'integer', minimum: 1, maximum: 50, default: 20 },
        tiling: { type: 'boolean', default: true },
        note: { type: 'string', default: '' },
        tags: { type: 'array', items: { type: 'string' } },
      }),
    ])
    expect(fields).toEqual([
      {
        name: 'style',
        title: 'Style',
        description: 'The hand.',
        owners: ['M'],
        kind: 'choice',
        initial: 'auto',
        choices: [
          { value: 'auto', label: 'Auto' },
          { value: 'oil_paint', label: 'Oil paint' },
        ],
      },
      {
        name: 'steps',
        title: 'Steps',
        description: '',
        owners: ['M'],
        kind: 'number',
        initial: 20,
        min: 1,
        max: 50,
        step: 1,
        whole: true,
      },
      { name: 'tiling', title: 'Tiling', description: '', owners: ['M'], kind: 'switch', initial: true },
      { name: 'note', title: 'Note', description: '', owners: ['M'], kind: 'text', initial: '', long: false },
      { name: 'tags', title: 'Tags', description: '', owners: ['M'], kind: 'list', initial: [] },
    ])
  })
  it('looks through references and “or null”', () => {
    const defs = { $defs: { Finish: { enum: ['matt', 'gloss'], type: 'string' } } }
    const [finish, weight] = fieldsOf([
      model(
        'M',
        {
          finish: { $ref: '#/$defs/Finish', default: 'gloss' },
          weight: { anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }], default: null },
        },
        defs,
      ),
    ])
    expect(finish).toMatchObject({ kind: 'choice', initial: 'gloss' })
    expect(weight).toMatchObject({ kind: 'number', min: 0, max: 1, initial: null, step: 0.05 })
  })
  it('narrows what two models share', () => {
    const [style, steps] = fieldsOf([
      model('A', { style: { enum: ['x', 'y'] }, steps: { type: 'integer', minimum: 1, maximum: 50 } }),
      model('B', { style: { enum: ['y', 'z'] }, steps: { type: 'integer', minimum: 4, maximum: 99 } }),
    ])
    expect(style).toMatchObject({ owners: ['A', 'B'], choices: [{ value: 'y' }] })
    expect(steps).toMatchObject({ min: 4, max: 50 })
  })
  it('leaves out what no form can show', () => {
    expect(fieldsOf([model('M', { deep: { type: 'object' } })])).toEqual([])
  })
})

describe('knownOptions', () => {
  it('sends only what a chosen model knows', () => {
    const options = { style: 'x', seed: 5, negative: 'text', other: 1 }
    expect(knownOptions(options, [model('M', { style: { type: 'string' } })])).toEqual({ style: 'x' })
    expect(knownOptions(options, [{ ...model('M', {}), seed: true, negative: true }])).toEqual({
      seed: 5,
      negative: 'text',
    })
  })
})
