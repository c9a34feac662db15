// Which act is undone or redone next.
import { expect, test } from 'vitest'
import { anAct } from '@/testing/builders'
import { nextRedo, nextUndo } from './past'
import type { Act } from './types'

/** Acts newest first, named by their place. */
const acts = (...states: Act['state'][]) => states.map((state, at) => anAct({ id: `a${at}`, state }))

test('the newest act that stands is undone', () => {
  expect(nextUndo(acts('undone', 'dropped', 'done', 'done'))?.id).toBe('a2')
  expect(nextUndo(acts('undone'))).toBeNull()
})

test('what was undone last is redone first', () => {
  expect(nextRedo(acts('undone', 'undone', 'done'))?.id).toBe('a1')
  expect(nextRedo(acts('undone', 'undone'))?.id).toBe('a1')
})

test('what was dropped stays so', () => {
  expect(nextRedo(acts('done', 'dropped'))).toBeNull()
})

test('an act that was undone out of turn can be redone', () => {
  expect(nextRedo(acts('done', 'undone', 'done'))?.id).toBe('a1')
})
