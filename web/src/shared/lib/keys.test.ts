// Which press a key's words mean.
import { expect, test } from 'vitest'
import { isTyping, type KeyPress, keySigns, matchesKey } from './keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('Mod is Command on Apple machines and Ctrl elsewhere', () => {
  expect(matchesKey('Mod+K', press('k', { metaKey: true }), true)).toBe(true)
  expect(matchesKey('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false)
  expect(matchesKey('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(matchesKey('Mod+K', press('k'), false)).toBe(false)
})

test('a plain letter is not a letter with a modifier', () => {
  expect(matchesKey('N', press('n'), false)).toBe(true)
  expect(matchesKey('N', press('n', { ctrlKey: true }), false)).toBe(false)
  expect(matchesKey('N', press('n', { altKey: true }), false)).toBe(false)
  expect(matchesKey('N', press('N', { shiftKey: true }), false)).toBe(false)
})

test('a sign counts by itself, on whatever keyboard it needs Shift', () => {
  expect(matchesKey('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(matchesKey('?', press('?'), false)).toBe(true)
})

test('one of several keys is enough', () => {
  expect(matchesKey('Delete Backspace', press('Backspace'), false)).toBe(true)
  expect(matchesKey('Delete Backspace', press('Enter'), false)).toBe(false)
})

test('keys are written as on this machine', () => {
  expect(keySigns('Mod+Enter', true)).toEqual(['⌘', '⏎'])
  expect(keySigns('Mod+Enter', false)).toEqual(['Ctrl', '⏎'])
})

test('a person is typing in fields, not on buttons', () => {
  expect(isTyping(document.createElement('textarea'))).toBe(true)
  expect(isTyping(document.createElement('input'))).toBe(true)
  expect(isTyping(document.createElement('button'))).toBe(false)
  expect(isTyping(null)).toBe(false)
  const slider = Object.assign(document.createElement('input'), { type: 'range' })
  expect(isTyping(slider, 'a')).toBe(false)
  expect(isTyping(slider, 'ArrowLeft')).toBe(true)
})
