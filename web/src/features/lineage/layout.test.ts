// The layout of a lineage: nothing overlaps, children stand right of their parents, thousands come at once.
import { describe, expect, it } from 'vitest'
import { type Layout, layOut } from './layout'
import { COLUMN, GAP, HEIGHT, STEP, WIDTH } from './sizes'
import { linksOf, shownOf, type Tie } from './ties'

/** The same numbers for the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A lineage as people make them: branches, batches of several, references across, several beginnings. */
function grown(count: number, seed: number): { ids: string[]; ties: Tie[] } {
  const roll = dice(seed)
  const ids = Array.from({ length: count }, (_, at) => `n${String(at).padStart(5, '0')}`)
  const ties: Tie[] = []
  ids.forEach((child, at) => {
    if (at === 0 || roll() < 0.04) return
    const near = Math.floor(at * (roll() < 0.7 ? 1 - roll() ** 3 * 0.2 : roll()))
    const parent = ids[Math.min(at - 1, near)] ?? ''
    ties.push({ parent, child, kind: roll() < 0.7 ? 'vary' : 'continue' })
    if (roll() < 0.15) ties.push({ parent: ids[Math.floor(at * roll())] ?? '', child, kind: 'reference' })
  })
  return { ids, ties }
}

function overlaps({ places }: Layout): string[] {
  const found: string[] = []
  const sorted = [...places.values()].sort((one, other) => one.x - other.x || one.y - other.y)
  sorted.forEach((one, at) => {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next]
      if (!other || other.x >= one.x + WIDTH) break
      if (Math.abs(other.y - one.y) < HEIGHT) found.push(`${one.id} ${other.id}`)
    }
  })
  return found
}

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1)

describe('layOut', () => {
  it.each(SEEDS)('places all apart, children to the right of every parent (%i)', seed => {
    const { ids, ties } = grown(20 + seed * 7, seed)
    const layout = layOut(ids, ties)
    expect(layout.places.size).toBe(ids.length)
    expect(overlaps(layout)).toEqual([])
    for (const { parent, child } of ties) {
      const from = layout.places.get(parent)
      const to = layout.places.get(child)
      expect(to?.x).toBeGreaterThanOrEqual((from?.x ?? 0) + COLUMN)
      expect(to?.family).toBe(from?.family)
    }
    for (const { x, y } of layout.places.values()) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + WIDTH).toBeLessThanOrEqual(layout.width)
      expect(y + HEIGHT).toBeLessThanOrEqual(layout.height)
    }
  })

  it('puts a parent in the middle of its children, in their order', () => {
    const ties = ['b', 'c', 'd'].map((child): Tie => ({ parent: 'a', child, kind: 'vary' }))
    const { places, width, height } = layOut(['a', 'b', 'c', 'd'], ties)
    expect([...places.values()].map(({ x, y }) => [x, y])).toEqual([
      [0, HEIGHT + GAP],
      [COLUMN, 0],
      [COLUMN, HEIGHT + GAP],
      [COLUMN, 2 * (HEIGHT + GAP)],
    ])
    expect([width, height]).toEqual([COLUMN + WIDTH, 3 * HEIGHT + 2 * GAP])
  })

  it('sets many children without children of their own as a block, beside those that have some', () => {
    const leaves = Array.from({ length: 30 }, (_, at) => `l${at}`)
    const ties = ['b', ...leaves].map((child): Tie => ({ parent: 'a', child, kind: 'reference' }))
    const layout = layOut(['a', 'b', ...leaves, 'c'], [...ties, { parent: 'b', child: 'c', kind: 'vary' }])
    expect(overlaps(layout)).toEqual([])
    expect([layout.width, layout.height]).toEqual([5 * COLUMN + WIDTH, 6 * STEP + HEIGHT])
    const block = leaves.map(leaf => layout.places.get(leaf))
    expect(block.slice(0, 6).map(place => [place?.aside, place?.column])).toEqual([
      ...[0, 1, 2, 3, 4].map(aside => [aside, aside + 1]),
      [0, 1],
    ])
    expect(layout.places.get('c')).toMatchObject({ column: 2, aside: 0, y: 0 })
  })

  it('gives the same places to the same lineage, whatever order its links come in across children', () => {
    const { ids, ties } = grown(300, 5)
    const turned = ties.toSorted((one, other) => other.child.localeCompare(one.child))
    expect(turned).not.toEqual(ties)
    expect(layOut(ids, turned)).toEqual(layOut(ids, ties))
  })

  it('leaves a family where it is when another one begins', () => {
    const ties: Tie[] = [
      { parent: 'a', child: 'b', kind: 'vary' },
      { parent: 'a', child: 'c', kind: 'vary' },
      { parent: 'b', child: 'd', kind: 'vary' },
    ]
    const before = layOut(['a', 'b', 'c', 'd'], ties)
    const after = layOut(['a', 'b', 'c', 'd', 'e', 'f'], [...ties, { parent: 'e', child: 'f', kind: 'vary' }])
    for (const [id, place] of before.places) expect(after.places.get(id)).toEqual(place)
  })

  it('places a chain of thousands, a fan of thousands and thousands of pairs', () => {
    const ids = Array.from({ length: 4000 }, (_, at) => `n${at}`)
    const shapes: ((at: number) => number)[] = [at => at - 1, () => 0, at => (at % 2 ? at - 1 : at)]
    for (const parentOf of shapes) {
      const ties = ids.map((child, at): Tie => ({ parent: ids[parentOf(at)] ?? '', child, kind: 'vary' }))
      expect(overlaps(layOut(ids, ties))).toEqual([])
    }
  })

  it('bears a circle and links to nowhere', () => {
    const ties: Tie[] = [
      { parent: 'a', child: 'b', kind: 'vary' },
      { parent: 'b', child: 'a', kind: 'vary' },
      { parent: 'b', child: 'c', kind: 'vary' },
      { parent: 'gone', child: 'c', kind: 'reference' },
    ]
    const { places } = layOut(['a', 'b', 'c'], ties)
    expect(places.size).toBe(3)
    expect(overlaps(layOut(['a', 'b', 'c'], ties))).toEqual([])
  })

  it('lays out 2,000 pictures well within a frame or two', () => {
    const { ids, ties } = grown(2000, 9)
    layOut(ids, ties)
    const times = Array.from({ length: 9 }, () => {
      const from = performance.now()
      layOut(ids, ties)
      return performance.now() - from
    }).sort((one, other) => one - other)
    expect(times[0]).toBeLessThan(50) // the quickest: the others tell how busy the machine is
  })
})

describe('shownOf', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const ties: Tie[] = [
    { parent: 'a', child: 'b', kind: 'vary' },
    { parent: 'b', child: 'c', kind: 'vary' },
    { parent: 'c', child: 'd', kind: 'vary' },
    { parent: 'e', child: 'f', kind: 'vary' },
    { parent: 'c', child: 'f', kind: 'reference' },
  ]

  it('hides what grew out of a folded picture alone, and says how much', () => {
    const shown = shownOf(linksOf(ids, ties), new Set(['b']))
    expect(shown.ids).toEqual(['a', 'b', 'e', 'f'])
    expect(shown.hidden).toEqual(new Map([['b', 2]]))
  })

  it('shows everything again when nothing is folded, and nothing hides below what has no children', () => {
    expect(shownOf(linksOf(ids, ties), new Set()).ids).toEqual(ids)
    expect(shownOf(linksOf(ids, ties), new Set(['d'])).hidden).toEqual(new Map())
  })

  it('counts with a folded picture what hides below another one inside it', () => {
    const shown = shownOf(linksOf(ids, ties), new Set(['a', 'c']))
    expect(shown.ids).toEqual(['a', 'e', 'f'])
    expect(shown.hidden).toEqual(new Map([['a', 3]]))
  })
})
