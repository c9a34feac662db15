// A comparison is told in the order of the pictures in view, also after they were mixed.
import { expect, it } from 'vitest'
import type { Comparison } from '@/shared/api/comparisons'
import { inOrder, valueWords } from './told'

const item = (id: string, prompt: string) => ({ image: { id }, prompt }) as Comparison['items'][number]
const comparison: Comparison = {
  items: [item('a', 'red fox'), item('b', 'blue fox')],
  fields: [
    { field: 'prompt', words: 'Prompt', values: ['red fox', 'blue fox'], same: false },
    { field: 'seed', words: 'Seed', values: [1, 2], same: false },
  ],
  diffs: [
    null,
    [
      { op: 'gone', text: 'red ' },
      { op: 'new', text: 'blue ' },
      { op: 'same', text: 'fox' },
    ],
  ],
}

it('follows the order in view', () => {
  const { fields, prompts, samePrompt } = inOrder(comparison, ['b', 'a'])
  expect(fields.map(({ field, values }) => [field, values])).toEqual([['seed', [2, 1]]])
  expect(prompts.map(({ id, pieces }) => [id, pieces.length])).toEqual([
    ['b', 3],
    ['a', 1],
  ])
  expect(samePrompt).toBe(false)
})

it('says values as a person reads them', () => {
  const t = (name: string) => name
  expect(
    [null, true, 0, ['x', 2], [], { role: 'style', strength: 0.5 }].map(value => valueWords(value, t)),
  ).toEqual(['none', 'on', '0', 'x, 2', 'none', 'role style, strength 0.5'])
})
