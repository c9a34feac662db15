// The links of a lineage as numbers, for walking them fast; and what is shown while branches are folded.
import type { Kind } from '@/shared/api/types'

/** A link: `child` grew out of `parent`. A child's main parent comes before its references. */
export interface Tie {
  parent: string
  child: string
  kind: Kind
}

/** Everything by the number of a picture in `ids`. */
export interface Links {
  ids: readonly string[]
  number: ReadonlyMap<string, number>
  parents: number[][]
  children: number[][]
  /** The parent under which it is drawn, -1 for none; and those drawn under it. */
  main: number[]
  kin: number[][]
  /** Parents before children. */
  order: number[]
}

/** Links whose ends are not both known are left out, and one that would close a circle. */
export function linksOf(ids: readonly string[], ties: readonly Tie[]): Links {
  const number = new Map(ids.map((id, at) => [id, at]))
  const parents: number[][] = ids.map(() => [])
  const children: number[][] = ids.map(() => [])
  for (const tie of ties) {
    const parent = number.get(tie.parent)
    const child = number.get(tie.child)
    if (parent === undefined || child === undefined || parent === child) continue
    if (parents[child]?.includes(parent)) continue
    parents[child]?.push(parent)
    children[parent]?.push(child)
  }
  const order = orderOf(parents, children)
  const main = parents.map(above => above[0] ?? -1)
  const kin: number[][] = ids.map(() => [])
  main.forEach((parent, child) => {
    kin[parent]?.push(child)
  })
  return { ids, number, parents, children, main, kin, order }
}

/** Parents before children; takes links out where there is a circle, which only damaged data has. */
function orderOf(parents: number[][], children: number[][]): number[] {
  const waiting = parents.map(above => above.length)
  const order: number[] = []
  const placed = parents.map(() => false)
  const place = (node: number) => {
    placed[node] = true
    order.push(node)
  }
  parents.forEach((above, node) => {
    if (!above.length) place(node)
  })
  for (let at = 0; order.length < parents.length; at++) {
    if (at === order.length) {
      const stuck = placed.indexOf(false)
      for (const parent of parents[stuck] ?? []) {
        if (placed[parent]) continue
        children[parent] = (children[parent] ?? []).filter(child => child !== stuck)
      }
      parents[stuck] = (parents[stuck] ?? []).filter(parent => placed[parent])
      place(stuck)
    }
    for (const child of children[order[at] ?? -1] ?? []) {
      waiting[child] = (waiting[child] ?? 0) - 1
      if (waiting[child] === 0 && !placed[child]) place(child)
    }
  }
  return order
}

export interface Shown {
  ids: string[]
  /** How many pictures each folded one hides. */
  hidden: Map<string, number>
}

/** What is shown while these are folded: all that can be reached from a beginning without passing through one. */
export function shownOf(links: Links, folded: ReadonlySet<string>): Shown {
  const { ids, parents, children, order } = links
  if (!folded.size) return { ids: [...ids], hidden: new Map() }
  const seen = parents.map(above => above.length === 0)
  for (const node of order) {
    if (!seen[node] || folded.has(ids[node] ?? '')) continue
    for (const child of children[node] ?? []) seen[child] = true
  }
  const hidden = new Map<string, number>()
  ids.forEach((id, node) => {
    if (seen[node] && folded.has(id) && children[node]?.length) {
      hidden.set(id, below(node, children).filter(one => !seen[one]).length)
    }
  })
  return { ids: ids.filter((_, node) => seen[node]), hidden }
}

/** Everything that grew out of a picture, by whatever way. */
function below(node: number, children: readonly number[][]): number[] {
  const found = new Set<number>(children[node])
  for (const one of found) for (const child of children[one] ?? []) found.add(child)
  found.delete(node)
  return [...found]
}
