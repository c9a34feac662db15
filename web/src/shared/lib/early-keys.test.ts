// Nothing typed early is lost, and nothing of it is a gesture.
import { afterEach, expect, test, vi } from 'vitest'
import { dropKeys, holdKeys, takeKeys } from './early-keys'

afterEach(dropKeys)

function type(...keys: (string | KeyboardEventInit)[]): number {
  const heard = vi.fn()
  addEventListener('keydown', heard)
  for (const key of keys) {
    const press = typeof key === 'string' ? { key } : key
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...press }))
  }
  removeEventListener('keydown', heard)
  return heard.mock.calls.length
}

test('letters wait for the field, and mean nothing else meanwhile', () => {
  holdKeys()
  expect(type('n', 'h', 'x', 'Backspace', '夜')).toBe(0)
  expect(takeKeys()).toEqual({ text: 'nh夜', enter: false, escape: false })
  expect(type('n')).toBe(1)
  expect(takeKeys().text).toBe('')
})

test('Enter and Escape are told, what follows them is not', () => {
  holdKeys()
  type('h', 'Enter', 'z')
  expect(takeKeys()).toEqual({ text: 'h', enter: true, escape: false })
  holdKeys()
  type('h', 'Escape')
  expect(takeKeys().escape).toBe(true)
})

test('keys with modifiers go their way', () => {
  holdKeys()
  expect(type({ key: 'k', ctrlKey: true }, 'Shift', 'ArrowDown')).toBe(3)
  expect(takeKeys().text).toBe('')
})

test('what never comes holds nothing for ever', () => {
  vi.useFakeTimers()
  holdKeys()
  vi.advanceTimersByTime(6_000)
  vi.useRealTimers()
  expect(type('a')).toBe(1)
})
