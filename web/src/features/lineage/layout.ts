// Where every picture of a lineage stands: generations as columns, each family a tidy tree, families packed.
import { pack } from './pack'
import { type Links, linksOf, type Tie } from './ties'

export const WIDTH = 144
export const HEIGHT = 176
export const COLUMN = WIDTH + 88
export const GAP = 18

/** A place in the plane of the lineage, in its own units: pixels at 100 %. */
export interface Place {
  id: string
  x: number
  y: number
  /** The generation within its family; a child's is always larger than its parents'. */
  column: number
  family: number
}

export interface Layout {
  places: Map<string, Place>
  width: number
  height: number
}

/** Places these pictures (oldest first); the same pictures and links stand in the same places. */
export function layOut(ids: readonly string[], ties: readonly Tie[]): Layout {
  const links = linksOf(ids, ties)
  const columns = columnsOf(links)
  const families = familiesOf(links)
  const tops = topsOf(links, columns)
  const boxes = families.map(family => boxOf(family, columns, tops))
  const corners = pack(boxes)
  const places = new Map<string, Place>()
  let width = 0
  let height = 0
  families.forEach((family, number) => {
    const box = boxes[number]
    const corner = corners[number]
    if (!box || !corner) return
    for (const node of family) {
      const column = (columns[node] ?? 0) - box.column
      const x = corner.x + column * COLUMN
      const y = corner.y + (tops[node] ?? 0) - box.top
      places.set(links.ids[node] ?? '', { id: links.ids[node] ?? '', x, y, column, family: number })
    }
    width = Math.max(width, corner.x + box.width)
    height = Math.max(height, corner.y + box.height)
  })
  return { places, width, height }
}

interface FamilyBox {
  width: number
  height: number
  column: number
  top: number
}

function boxOf(family: readonly number[], columns: readonly number[], tops: readonly number[]): FamilyBox {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const node of family) {
    left = Math.min(left, columns[node] ?? 0)
    right = Math.max(right, columns[node] ?? 0)
    top = Math.min(top, tops[node] ?? 0)
    bottom = Math.max(bottom, (tops[node] ?? 0) + HEIGHT)
  }
  return { width: (right - left) * COLUMN + WIDTH, height: bottom - top, column: left, top }
}

/** One more than the furthest parent; what has no parent stands right before its first child. */
function columnsOf({ ids, order, parents, children }: Links): number[] {
  const columns = ids.map(() => 0)
  for (const node of order) {
    for (const child of children[node] ?? [])
      columns[child] = Math.max(columns[child] ?? 0, (columns[node] ?? 0) + 1)
  }
  for (const node of order) {
    if (parents[node]?.length || !children[node]?.length) continue
    columns[node] = Math.min(...(children[node] ?? []).map(child => columns[child] ?? 0)) - 1
  }
  return columns
}

/** Pictures that hang together, each family and the list of them in the order given. */
function familiesOf({ ids, parents, children }: Links): number[][] {
  const family = ids.map(() => -1)
  const families: number[][] = []
  ids.forEach((_, first) => {
    if (family[first] !== -1) return
    const number = families.length
    const found = [first]
    family[first] = number
    for (let at = 0; at < found.length; at++) {
      const node = found[at] ?? 0
      for (const next of [...(parents[node] ?? []), ...(children[node] ?? [])]) {
        if (family[next] !== -1) continue
        family[next] = number
        found.push(next)
      }
    }
    families.push(found.sort((one, other) => one - other))
  })
  return families
}

/** The outline of a tree: per column, deepest first, how far up and down it reaches; `shift` moves all of it. */
interface Outline {
  deepest: number
  tops: number[]
  bottoms: number[]
  shift: number
}

/** How far down each node stands: children under each other in order, parents in the middle of theirs. */
function topsOf({ ids, order, main, kin }: Links, columns: readonly number[]): number[] {
  const beside = ids.map(() => 0) // from the parent
  const outlines: (Outline | undefined)[] = []
  for (const node of order.toReversed()) {
    const column = columns[node] ?? 0
    const kids = kin[node] ?? []
    let all: Outline | undefined
    for (const kid of kids) {
      const outline = outlines[kid]
      if (!outline) continue
      outlines[kid] = undefined
      reach(outline, column + 1)
      const down = all ? apart(all, outline, column + 1) : 0
      outline.shift += down
      beside[kid] = down
      all = all ? merge(all, outline, column + 1) : outline
    }
    const middle = ((beside[kids[0] ?? -1] ?? 0) + (beside[kids.at(-1) ?? -1] ?? 0)) / 2
    for (const kid of kids) beside[kid] = (beside[kid] ?? 0) - middle
    all ??= { deepest: column, tops: [], bottoms: [], shift: 0 }
    all.shift -= middle
    all.tops.push(-all.shift)
    all.bottoms.push(HEIGHT - all.shift)
    outlines[node] = all
  }
  const floor: number[] = [] // what stands lowest in every column
  const tops = ids.map(() => 0)
  for (let node = 0; node < ids.length; node++) {
    const outline = outlines[node]
    if (main[node] !== -1 || !outline) continue
    let down = Number.NEGATIVE_INFINITY
    outline.tops.forEach((top, at) => {
      const above = floor[outline.deepest - at]
      down = Math.max(down, (above === undefined ? 0 : above + GAP) - top - outline.shift)
    })
    outline.bottoms.forEach((bottom, at) => {
      floor[outline.deepest - at] = bottom + outline.shift + down
    })
    tops[node] = down
  }
  for (const node of order) {
    const parent = main[node] ?? -1
    if (parent !== -1) tops[node] = (tops[parent] ?? 0) + (beside[node] ?? 0)
  }
  return tops
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
