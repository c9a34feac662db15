// Which dialog a key is meant for.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInFront } from './in-front'

const get = (id: string) => document.getElementById(id)

beforeEach(() => {
  document.body.innerHTML = `
    <button id="page"></button>
    <div role="dialog"><p id="frame"></p><button id="inside"></button></div>
    <div role="dialog"><button id="over"></button></div>`
})
afterEach(() => {
  document.body.innerHTML = ''
})

test('the dialog that has the focus is in front', () => {
  get('inside')?.focus()
  expect(isInFront(get('frame'))).toBe(true)
})

test('one over it is in front of it', () => {
  get('over')?.focus()
  expect(isInFront(get('frame'))).toBe(false)
})

test('a dialog that just opened is in front though the focus is still on the page', () => {
  get('page')?.focus()
  expect(isInFront(get('frame'))).toBe(true)
})
