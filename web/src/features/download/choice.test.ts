// What is asked for is what is packed, in the format that was chosen.
import { expect, it } from 'vitest'
import { choiceOf, onlyOne, toPack, USUAL } from './choice'

it('mends a kept choice that is none', () => {
  expect(choiceOf({ format: 'bmp' })).toEqual(USUAL)
  expect(choiceOf(null)).toEqual(USUAL)
  expect(choiceOf({ format: 'webp', metadata: false })).toEqual({ format: 'webp', metadata: false })
})

it('knows one picture from several', () => {
  expect(onlyOne({ imageIds: ['a'] })).toBe('a')
  expect(onlyOne({ imageIds: ['a', 'b'] })).toBeNull()
  expect(onlyOne({ sessionId: 's' })).toBeNull()
})

it('asks for pictures, batches or a session', () => {
  expect(toPack({ imageIds: ['a', 'b'] }, USUAL)).toEqual({ image_ids: ['a', 'b'], ...USUAL })
  expect(toPack({ batchIds: ['b'] }, USUAL)).toEqual({ batch_ids: ['b'], ...USUAL })
  expect(toPack({ sessionId: 's' }, USUAL)).toEqual({ session_id: 's', ...USUAL })
})
