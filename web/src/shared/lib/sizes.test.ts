// Sizes in words.
import { expect, test } from 'vitest'
import { sizeWords } from './sizes'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [1_440, '1.4 kB'],
  [99_960, '100 kB'],
  [999_600, '1 MB'],
  [2_083_258_368, '2.1 GB'],
  [5e15, '5000 TB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
