// What was done, said so that one can check it.
import { expect, test } from 'vitest'
import { anAct } from '@/testing/builders'
import { actWords, toldWords } from './act-words'

test('a renamed thing goes by its new name', () => {
  expect(actWords(anAct({ kind: 'rename', name: 'Storm', into: 'Calm' }))).toBe('Renamed to “Calm”')
  expect(actWords(anAct({ kind: 'rename', name: 'Storm', into: null }))).toBe('“Storm” renamed')
  expect(toldWords(anAct({ kind: 'rename', name: 'Storm', into: 'Calm', state: 'undone' }), false)).toBe(
    'Undone: renamed to “Calm”',
  )
})

test('what could not go back to where it was says where it went', () => {
  expect(actWords(anAct({ kind: 'restore', into: null }))).toBe('“Storm” restored')
  expect(actWords(anAct({ kind: 'restore', into: 'Clients' }))).toBe(
    '“Storm” restored to “Clients”, as its folder is gone',
  )
  expect(actWords(anAct({ kind: 'restore', into: '', count: 3 }))).toBe(
    '3 things restored to the top level, as their folder is gone',
  )
  expect(actWords(anAct({ kind: 'unarchive', into: '' }))).toBe(
    '“Storm” taken out of the archive to the top level',
  )
})

test('what never became a picture is not said to lie in the trash', () => {
  expect(actWords(anAct({ kind: 'trash', name: '' }), true)).toBe('Deleted from the history')
  expect(toldWords(anAct({ kind: 'trash', name: '', state: 'undone', count: 3 }), false, true)).toBe(
    'Undone: 3 deleted from the history',
  )
})

test('a long name is cut', () => {
  expect(actWords(anAct({ kind: 'move', name: 'x'.repeat(90), into: 'Clients' }))).toHaveLength(81)
})
