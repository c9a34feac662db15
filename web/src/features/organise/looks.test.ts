// The looks of several rows at once.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { findRows, sharedLook } from './looks'

const folders = [aFolder({ id: 'f', colour: 'teal', emoji: '🎨' })]
const sessions = [
  aLine({ id: 'a', colour: 'teal', emoji: null }),
  aLine({ id: 'b', colour: 'teal', emoji: null }),
  aLine({ id: 'c' }),
]
const look = (...ids: string[]) => sharedLook(findRows({ folders, sessions }, ids))

test('what rows differ in is left open, what they share is shown', () => {
  expect(look('a', 'b')).toEqual({ colour: 'teal', emoji: null })
  expect(look('f', 'a')).toEqual({ colour: 'teal', emoji: undefined })
  expect(look('f', 'c')).toEqual({ colour: undefined, emoji: undefined })
  expect(look('f')).toEqual({ colour: 'teal', emoji: '🎨' })
  expect(look()).toEqual({ colour: null, emoji: null })
})
