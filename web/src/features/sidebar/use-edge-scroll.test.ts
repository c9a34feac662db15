// Scrolling at the edges while something is dragged.
import { expect, test } from 'vitest'
import { isPast, speedAt } from './use-edge-scroll'

const box = { top: 100, bottom: 700 }

test('nothing moves in the middle; towards an edge it goes that way, faster the nearer', () => {
  expect(speedAt(400, box)).toBe(0)
  expect(speedAt(140, box)).toBeLessThan(0)
  expect(speedAt(102, box)).toBeLessThan(speedAt(140, box))
  expect(speedAt(699, box)).toBeGreaterThan(speedAt(660, box))
})

test('beyond the edge it goes no faster than at it', () => {
  expect(speedAt(-500, box)).toBe(speedAt(100, box))
  expect(speedAt(2_000, box)).toBe(speedAt(700, box))
})

test('above and below the list it goes on, beside it not', () => {
  const list = { ...box, left: 0, right: 300 }
  expect(isPast({ x: 100, y: 760 }, list)).toBe(true)
  expect(isPast({ x: 100, y: 20 }, list)).toBe(true)
  expect(isPast({ x: 100, y: 400 }, list)).toBe(false)
  expect(isPast({ x: 500, y: 760 }, list)).toBe(false)
})
