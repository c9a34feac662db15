// Zoom and place are shared by all panes and keep what is under the pointer.
import { describe, expect, it } from 'vitest'
import { FITTED, MOST, moveBy, zoomAt } from './pan'

describe('zoomAt', () => {
  it('keeps the point under the pointer', () => {
    const at = { x: 0.2, y: -0.1 }
    const view = zoomAt(FITTED, 3, at)
    // A point p of the fitted picture lies at scale * p + move.
    expect(3 * at.x + view.x).toBeCloseTo(at.x)
    expect(3 * at.y + view.y).toBeCloseTo(at.y)
  })
  it('stops at fitted and at the most', () => {
    expect(zoomAt({ scale: 2, x: 0.5, y: 0.5 }, 0.1, { x: 0, y: 0 })).toEqual(FITTED)
    expect(zoomAt(FITTED, 1000, { x: 0, y: 0 }).scale).toBe(MOST)
  })
})

it('moveBy does not push a picture out of its pane', () => {
  expect(moveBy({ scale: 3, x: 0, y: 0 }, 9, -9)).toEqual({ scale: 3, x: 1, y: -1 })
  expect(moveBy(FITTED, 0.3, 0.3)).toEqual(FITTED)
})
