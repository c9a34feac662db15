// A step of the path says what it changed of the prompt.
import { expect, it } from 'vitest'
import { changedWords } from './path-words'

it('says what came and what went', () => {
  expect(changedWords('a lighthouse at dusk', 'a lighthouse in heavy rain')).toBe(
    '+ in heavy rain  − at dusk',
  )
})

it('takes no notice of commas, capitals and order', () => {
  expect(changedWords('A fox, red', 'red a fox')).toBe('')
})

it('counts a word that is said twice', () => {
  expect(changedWords('a very old oak', 'a very very old oak')).toBe('+ very')
})
