// What Generate sends: the person's words always, the assistant's while they are on, and the parent.
import { describe, expect, it } from 'vitest'
import type { Model } from '@/shared/api/types'
import type { Draft } from './draft'
import { promptOf } from './enhance-diff'
import { orderOf } from './use-generate'

const draft: Draft = {
  prompt: 'a fox',
  models: ['a/one', 'a/gone'],
  ratio: '1:1',
  images_per_model: 2,
  options: { seed: 4 },
  references: [{ image_id: 'i1', role: null, strength: 0.6 }],
}
const enhance = { own: 'a fox', text: 'a fox, soft light', assistant: 'rules', in_step: false }
const one = {
  id: 'a/one',
  name: 'One',
  seed: true,
  negative: false,
  references: 1,
  roles: ['style'],
  options_schema: {},
} as unknown as Model

describe('the prompt that is sent', () => {
  it('is what stands in the box, or the enhanced text with later words in it', () => {
    expect(promptOf(draft)).toBe('a fox')
    expect(promptOf({ ...draft, enhance })).toBe('a fox, soft light')
    expect(promptOf({ prompt: 'a fox at night', enhance })).toBe('a fox at night, soft light')
    expect(promptOf({ prompt: '  ', enhance })).toBe('  ')
  })
})

describe('the order', () => {
  it('asks for what the draft says, with the models that are there', async () => {
    const parent = { image_id: 'i0', kind: 'vary' } as const
    expect(await orderOf({ ...draft, enhance, parent }, [one], 's1')).toEqual({
      session_id: 's1',
      prompt: 'a fox, soft light',
      models: ['a/one'],
      ratio: '1:1',
      images_per_model: 2,
      options: { seed: 4 },
      references: draft.references,
      parent,
    })
    expect(await orderOf(draft, [one], null)).not.toHaveProperty('parent')
  })
})
