// Earlier drafts are offered once each, and never what stands there anyway.
import { expect, it } from 'vitest'
import type { Draft, DraftVersion } from '@/shared/api/types'
import { otherThan } from './drafts'

const draft = (prompt: string, ratio = '1:1'): Draft => ({
  prompt,
  models: [],
  ratio,
  images_per_model: 1,
  options: {},
  references: [],
  revision: 1,
})
const version = (revision: number, prompt: string, ratio?: string): DraftVersion => ({
  revision,
  at: revision,
  draft: { ...draft(prompt, ratio), revision },
})

it('leaves out what stands there and what is offered already', () => {
  const versions = [
    version(5, 'c'),
    version(4, 'b'),
    version(3, 'a'),
    version(2, 'b'),
    version(1, 'b', '3:2'),
  ]
  expect(otherThan(versions, draft('c')).map(({ revision }) => revision)).toEqual([4, 3, 1])
  expect(otherThan(versions, undefined).map(({ revision }) => revision)).toEqual([5, 4, 3, 1])
})
