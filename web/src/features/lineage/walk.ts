// Where an arrow key leads in a lineage: to the parent, a child, or what stands above and below.
import type { Layout, Place } from './layout'
import type { Links } from './ties'

const SIDEWAYS = 2 // a step aside counts as so many down, where nothing stands in the same column

/** The picture that a key leads to; null for no key of walking or nothing there. `came` is the child last left. */
export function walk(
  key: string,
  from: string,
  links: Links,
  layout: Layout,
  came: ReadonlyMap<string, string>,
): string | null {
  const { ids, number, main, kin, children } = links
  const node = number.get(from)
  const place = layout.places.get(from)
  if (node === undefined || !place) return null
  const nameOf = (at: number | undefined) => (at === undefined ? null : (ids[at] ?? null))
  switch (key) {
    case 'ArrowLeft':
      return place.aside ? inRow(place, node, links, layout, -1) : nameOf(main[node])
    case 'ArrowRight': {
      const left = came.get(from)
      if (left !== undefined && children[node]?.includes(number.get(left) ?? -1)) return left
      return nameOf(kin[node]?.[0] ?? children[node]?.[0]) ?? inRow(place, node, links, layout, 1)
    }
    case 'ArrowUp':
      return beside(place, layout, -1)
    case 'ArrowDown':
      return beside(place, layout, 1)
    case 'Home': {
      let top = node
      for (let above = main[top] ?? -1; above !== -1; above = main[top] ?? -1) top = above
      return nameOf(top)
    }
    case 'End':
      return ids.at(-1) ?? null
    default:
      return null
  }
}

/** The next one up or down: in the same column of the family first, else the nearest anywhere. */
function beside(from: Place, { places }: Layout, way: 1 | -1): string | null {
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  let same = false
  for (const { id, x, y, column, family } of places.values()) {
    const down = (y - from.y) * way
    if (down <= 0) continue
    const isSame = column === from.column && family === from.family
    const far = isSame ? down : down + Math.abs(x - from.x) * SIDEWAYS
    if ((isSame && !same) || (isSame === same && far < least)) {
      best = id
      least = far
      same = isSame
    }
  }
  return best
}

/** The next one in a row of a block: children of one parent that stand beside each other. */
function inRow(
  { aside, y }: Place,
  node: number,
  links: Links,
  { places }: Layout,
  by: 1 | -1,
): string | null {
  for (const kin of links.kin[links.main[node] ?? -1] ?? []) {
    const place = places.get(links.ids[kin] ?? '')
    if (place && place.y === y && place.aside === aside + by) return place.id
  }
  return null
}
