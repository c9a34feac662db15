// What of a lineage is in view, how far it may be moved, and what all of it needs.
import { describe, expect, it } from 'vitest'
import { layOut } from './layout'
import { linksOf, type Tie } from './ties'
import { fitted, keptNear, leastScale, levelOf, MOST, revealed, seen, touches, zoomAt } from './view'
import { walk } from './walk'

const SCREEN = { width: 800, height: 600 }
const PLANE = { width: 4000, height: 900 }

describe('the view', () => {
  it('keeps what lies under the pointer, and stays within its limits', () => {
    const least = leastScale(PLANE, SCREEN)
    const at = { x: 300, y: 200 }
    const before = { x: -120, y: 40, scale: 0.5 }
    const after = zoomAt(before, 1.7, at, least)
    expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale)
    expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale)
    expect(zoomAt(before, 1e6, at, least).scale).toBe(MOST)
    expect(zoomAt(before, 1e-6, at, least).scale).toBe(least)
  })

  it('fits everything into the screen and never enlarges it', () => {
    const view = fitted(PLANE, SCREEN)
    expect(view.x).toBeGreaterThan(0)
    expect(view.x + PLANE.width * view.scale).toBeLessThan(SCREEN.width)
    expect(fitted({ width: 100, height: 100 }, SCREEN)).toEqual({ x: 350, y: 250, scale: 1 })
    expect(leastScale(PLANE, SCREEN)).toBeLessThan(view.scale)
  })

  it('never loses the plane', () => {
    for (const [x, y] of [
      [9999, 9999],
      [-9999, -9999],
    ] as const) {
      const view = keptNear({ x, y, scale: 0.5 }, PLANE, SCREEN)
      expect(touches(seen(view, SCREEN, 0), 0, 0, PLANE.width, PLANE.height)).toBe(true)
    }
    const inside = { x: -50, y: -20, scale: 1 }
    expect(keptNear(inside, PLANE, SCREEN)).toEqual(inside)
  })

  it('moves no further than needed to show a part, and not at all when it is seen', () => {
    const view = { x: 0, y: 0, scale: 1 }
    const part = { x: 790, y: 100, width: 100, height: 100 }
    expect(revealed(view, part, SCREEN)).toEqual({ x: -114, y: 0, scale: 1 })
    expect(revealed(view, { ...part, x: 300 }, SCREEN)).toBe(view)
    expect(revealed(view, { ...part, x: -30 }, SCREEN).x).toBe(54)
  })

  it('shows less the further away it is', () => {
    expect([1, 0.75, 0.5, 0.3, 0.2].map(levelOf)).toEqual(['near', 'near', 'middle', 'middle', 'far'])
  })
})

describe('walk', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const ties: Tie[] = [
    { parent: 'a', child: 'b', kind: 'vary' },
    { parent: 'a', child: 'c', kind: 'vary' },
    { parent: 'b', child: 'd', kind: 'continue' },
    { parent: 'c', child: 'e', kind: 'vary' },
    { parent: 'd', child: 'e', kind: 'reference' },
    { parent: 'f', child: 'g', kind: 'vary' },
  ]
  const links = linksOf(ids, ties)
  const layout = layOut(ids, ties)
  const go = (from: string, ...keys: string[]) =>
    keys.reduce((at, key) => walk(key, at, links, layout, new Map()) ?? at, from)

  it('goes to the main parent, to the first child, and back to the child it came from', () => {
    expect(go('e', 'ArrowLeft')).toBe('c')
    expect(go('a', 'ArrowRight')).toBe('b')
    expect(walk('ArrowRight', 'a', links, layout, new Map([['a', 'c']]))).toBe('c')
    expect(walk('ArrowRight', 'a', links, layout, new Map([['a', 'g']]))).toBe('b')
    expect(go('d', 'ArrowRight')).toBe('e') // a child by reference alone
  })

  it('goes to siblings, then on to the next family, and nowhere at the ends', () => {
    expect(go('b', 'ArrowDown')).toBe('c')
    expect(go('c', 'ArrowUp')).toBe('b')
    expect(walk('ArrowLeft', 'a', links, layout, new Map())).toBeNull()
    expect(walk('ArrowUp', 'b', links, layout, new Map())).toBeNull()
    expect(walk('x', 'a', links, layout, new Map())).toBeNull()
  })

  it('goes to the beginning and to the newest', () => {
    expect(go('e', 'Home')).toBe('a')
    expect(go('a', 'End')).toBe('g')
  })

  it('goes along the rows of a block of children, and from its first column to the parent', () => {
    const many = ['p', ...Array.from({ length: 12 }, (_, at) => `k${at}`)]
    const fan = many.slice(1).map((child): Tie => ({ parent: 'p', child, kind: 'vary' }))
    const around = { links: linksOf(many, fan), layout: layOut(many, fan) }
    const step = (from: string, key: string) => walk(key, from, around.links, around.layout, new Map())
    expect([step('k0', 'ArrowRight'), step('k1', 'ArrowRight'), step('k2', 'ArrowRight')]).toEqual([
      'k1',
      'k2',
      null,
    ])
    expect([step('k4', 'ArrowLeft'), step('k3', 'ArrowLeft'), step('k4', 'ArrowUp')]).toEqual([
      'k3',
      'p',
      'k1',
    ])
  })

  it('reaches every picture with the arrows alone', () => {
    const reached = new Set(['a'])
    for (const id of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) reached.add(go(id, key))
    }
    expect([...reached].sort()).toEqual(ids)
  })
})
