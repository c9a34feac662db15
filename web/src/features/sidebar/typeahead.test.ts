// Going to a row by typing.
import { expect, test } from 'vitest'
import { findName, Typeahead } from './typeahead'

const names = ['Fox', 'Forest', 'Été', 'fountain']

test('letters in quick succession make a word, a pause begins anew', () => {
  const typed = new Typeahead()
  expect(typed.add('f', 0)).toBe('f')
  expect(typed.add('o', 300)).toBe('fo')
  expect(typed.isOpen(900)).toBe(true)
  expect(typed.add('r', 2_000)).toBe('r')
})

test('one letter goes on to the next name, and round', () => {
  expect(findName(names, 'f', 0)).toBe(1)
  expect(findName(names, 'f', 1)).toBe(3)
  expect(findName(names, 'f', 3)).toBe(0)
})

test('several letters stay where they already fit; case and accents do not matter', () => {
  expect(findName(names, 'fo', 1)).toBe(1)
  expect(findName(names, 'ete', 0)).toBe(2)
  expect(findName(names, 'zebra', 0)).toBe(-1)
})
