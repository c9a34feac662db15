// Where every picture of a lineage stands: generations as columns, each family a tidy tree, families packed.
import { pack } from './pack'
import { COLUMN, HEIGHT, WIDTH } from './sizes'
import { type Links, linksOf, type Tie } from './ties'
import { topsOf } from './trees'

/** A place in the plane of the lineage, in its own units: pixels at 100 %. */
export interface Place {
  id: string
  x: number
  y: number
  /** The generation within its family; a child's is always larger than its parents'. */
  column: number
  family: number
  /** How many columns it stands further right than its generation: many children share the room as a block. */
  aside: number
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
  const asides = ids.map(() => 0)
  const tops = topsOf(links, columns, asides)
  asides.forEach((aside, node) => {
    columns[node] = (columns[node] ?? 0) + aside
  })
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
      const id = links.ids[node] ?? ''
      places.set(id, { id, x, y, column, family: number, aside: asides[node] ?? 0 })
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
