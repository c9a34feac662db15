// The tidy tree: how far down everything stands, so that no branch runs into another.
import { GAP, HEIGHT, STEP } from './sizes'
import type { Links } from './ties'

const MANY = 11 // more children than these without children of their own stand as a block
const SQUARE = 0.85 // a block's columns to the root of how many stand in it

/** The outline of a tree: per column, deepest first, how far up and down it reaches; `shift` moves all of it. */
interface Outline {
  deepest: number
  tops: number[]
  bottoms: number[]
  shift: number
}

/** What is placed as one under a parent: a child with all below it, or a block of children. */
interface Unit {
  outline: Outline
  nodes: number[]
  across: number
}

/**
 * How far down each node stands: children under each other in order, parents in the middle of theirs. Writes into
 * `asides` how many columns further right than its own each one stands.
 */
export function topsOf(links: Links, columns: readonly number[], asides: number[]): number[] {
  const { ids, order, main } = links
  const beside = ids.map(() => 0) // from the parent
  const outlines: (Outline | undefined)[] = []
  for (const node of order.toReversed()) {
    const column = columns[node] ?? 0
    let all: Outline | undefined
    let [first, last] = [0, 0]
    const units = unitsOf(node, links, columns, outlines)
    for (const { outline, nodes, across } of units) {
      reach(outline, column + 1)
      const down = all ? apart(all, outline, column + 1) : 0
      outline.shift += down
      nodes.forEach((kid, at) => {
        asides[kid] = at % across
        beside[kid] = down + Math.floor(at / across) * STEP
        last = beside[kid] ?? 0
      })
      if (!all) first = down
      all = all ? merge(all, outline, column + 1) : outline
    }
    const middle = (first + last) / 2
    for (const { nodes } of units) for (const kid of nodes) beside[kid] = (beside[kid] ?? 0) - middle
    all ??= { deepest: column, tops: [], bottoms: [], shift: 0 }
    all.shift -= middle
    all.tops.push(-all.shift)
    all.bottoms.push(HEIGHT - all.shift)
    outlines[node] = all
  }
  const tops = beginningsOf(main, outlines)
  for (const node of order) {
    const parent = main[node] ?? -1
    if (parent !== -1) tops[node] = (tops[parent] ?? 0) + (beside[node] ?? 0)
  }
  return tops
}

function unitsOf(
  node: number,
  { kin, children }: Links,
  columns: readonly number[],
  outlines: (Outline | undefined)[],
): Unit[] {
  const kids = kin[node] ?? []
  const next = (columns[node] ?? 0) + 1
  const isLeaf = (kid: number) => !children[kid]?.length && columns[kid] === next
  const leaves = kids.filter(isLeaf)
  const many = leaves.length > MANY
  const units = (many ? kids.filter(kid => !isLeaf(kid)) : kids).flatMap((kid): Unit[] => {
    const outline = outlines[kid]
    outlines[kid] = undefined // it is written into the outline of the parent
    return outline ? [{ outline, nodes: [kid], across: 1 }] : []
  })
  if (many) {
    const across = Math.ceil(Math.sqrt(leaves.length) * SQUARE)
    const height = Math.ceil(leaves.length / across) * STEP - GAP
    const all = <Of>(value: Of): Of[] => Array.from({ length: across }, () => value)
    const outline = { deepest: next + across - 1, tops: all(0), bottoms: all(height), shift: 0 }
    for (const leaf of leaves) outlines[leaf] = undefined
    units.push({ outline, nodes: leaves, across })
  }
  return units
}

/** Where every tree begins: under each other, as near as they go; 0 for what is no beginning. */
function beginningsOf(main: readonly number[], outlines: readonly (Outline | undefined)[]): number[] {
  const floor: number[] = [] // what stands lowest in every column
  return main.map((parent, node) => {
    const outline = outlines[node]
    if (parent !== -1 || !outline) return 0
    let down = Number.NEGATIVE_INFINITY
    outline.tops.forEach((top, at) => {
      const above = floor[outline.deepest - at]
      down = Math.max(down, (above === undefined ? 0 : above + GAP) - top - outline.shift)
    })
    outline.bottoms.forEach((bottom, at) => {
      floor[outline.deepest - at] = bottom + outline.shift + down
    })
    return down
  })
}

/** Lets an outline begin at this column: where its link passes, a thin line is kept free. */
function reach(outline: Outline, column: number): void {
  const middle = HEIGHT / 2 - outline.shift
  while (outline.deepest - outline.tops.length >= column) {
    outline.tops.push(middle - GAP / 2)
    outline.bottoms.push(middle + GAP / 2)
  }
}

/** How far `lower` has to be moved down to clear `upper`. */
function apart(upper: Outline, lower: Outline, first: number): number {
  let down = Number.NEGATIVE_INFINITY
  for (let column = Math.min(upper.deepest, lower.deepest); column >= first; column--) {
    const bottom = (upper.bottoms[upper.deepest - column] ?? 0) + upper.shift
    const top = (lower.tops[lower.deepest - column] ?? 0) + lower.shift
    down = Math.max(down, bottom + GAP - top)
  }
  return down
}

/** The outline of both, written into the deeper one. */
function merge(upper: Outline, lower: Outline, first: number): Outline {
  const [into, from] = upper.deepest >= lower.deepest ? [upper, lower] : [lower, upper]
  for (let column = from.deepest; column >= first; column--) {
    const to = into.deepest - column
    const at = from.deepest - column
    if (into === upper) into.bottoms[to] = (lower.bottoms[at] ?? 0) + lower.shift - into.shift
    else into.tops[to] = (upper.tops[at] ?? 0) + upper.shift - into.shift
  }
  return into
}
