// Everything that is drawn of a lineage, worked out once for its pictures, links and folded branches.
import type { Graph, LineageNode } from '@/shared/api/lineage'
import type { Kind } from '@/shared/api/types'
import { type Layout, layOut } from './layout'
import { COLUMN, HEIGHT, WIDTH } from './sizes'
import { type Links, linksOf, type Shown, shownOf } from './ties'

/** A link as a line of the plane. */
export interface Line {
  kind: Kind
  parent: string
  child: string
  x1: number
  y1: number
  x2: number
  y2: number
  /** Into a block of children: where the line turns into the gap over its row. */
  turn: number | null
}

export interface Tree {
  nodes: ReadonlyMap<string, LineageNode>
  /** The act by which each grew out of its main parent. */
  kinds: ReadonlyMap<string, Kind>
  /** Of everything, folded away or not. */
  all: Links
  /** Of what is shown. */
  links: Links
  layout: Layout
  lines: Line[]
  hidden: Shown['hidden']
}

/** Half a picture: where links begin and end; the prompt stands below. */
const MIDDLE = WIDTH / 2
const TURN = 26

export function treeOf(graph: Graph, folded: ReadonlySet<string>): Tree {
  const ids = graph.nodes.map(({ id }) => id)
  const all = linksOf(ids, graph.links)
  const shown = shownOf(all, folded)
  const links = folded.size ? linksOf(shown.ids, graph.links) : all
  const layout = layOut(shown.ids, graph.links)
  const kinds = new Map<string, Kind>()
  for (const { child, kind } of graph.links) if (!kinds.has(child)) kinds.set(child, kind)
  const lines = graph.links.flatMap(({ parent, child, kind }): Line[] => {
    const from = layout.places.get(parent)
    const to = layout.places.get(child)
    if (!from || !to || from.x >= to.x) return []
    const ends = { x1: from.x + WIDTH, y1: from.y + MIDDLE, x2: to.x, y2: to.y + MIDDLE }
    const isMain = links.main[links.number.get(child) ?? -1] === links.number.get(parent)
    const turn = to.aside && isMain ? to.x - to.aside * COLUMN - TURN : null
    return [{ kind, parent, child, ...ends, turn }]
  })
  const nodes = new Map(graph.nodes.map(node => [node.id, node]))
  return { nodes, kinds, all, links, layout, lines, hidden: shown.hidden }
}

/** The picture itself and the line of its main parents. */
export function wayTo({ links }: Tree, id: string): Set<string> {
  const way = new Set<string>()
  for (let node = links.number.get(id) ?? -1; node !== -1; node = links.main[node] ?? -1) {
    way.add(links.ids[node] ?? '')
  }
  return way
}

/** The nearest picture above one that is folded away; itself where it is shown, null where it is gone. */
export function nearestShown({ all, layout }: Tree, id: string): string | null {
  for (let node = all.number.get(id) ?? -1; node !== -1; node = all.main[node] ?? -1) {
    const name = all.ids[node] ?? ''
    if (layout.places.has(name)) return name
  }
  return null
}

/** Pictures with something to fold away. */
export function foldable({ all }: Tree): string[] {
  return all.ids.filter((_, node) => all.children[node]?.length)
}

export const PLACE = { width: WIDTH, height: HEIGHT }
