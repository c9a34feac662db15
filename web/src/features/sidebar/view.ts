// The tree as it is looked at: what is put away or filtered out left off, and in the chosen order.
import { type Filter, isFiltering, makeTest, type Sort, WORST } from './filter'
import { createdAt, ROOT, type Row, type Tree } from './tree'

type Children = ReadonlyMap<string, readonly string[]>

export interface View {
  children: Children
  /** All that lies in folders found by name, where only what was found in them is among `children`. */
  whole: Children
  /** Folders that are open because something under them was found; null while nothing is filtered. */
  open: ReadonlySet<string> | null
  /** The rows that were found themselves, not only the way to them; null while nothing is filtered. */
  hits: ReadonlySet<string> | null
  /** How many are called like this in the archive, while that is not what is looked at. */
  away: number
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

interface Walked {
  kept: boolean
  hit: boolean
  /** The best rank of what was found here and below. */
  rank: number
}

/** Arranges the tree. A folder found by its name keeps all that is in it, folded; names that fit best go first. */
export function arrange(tree: Tree, filter: Filter, sort: Sort, turned = false): View {
  const children = new Map<string, readonly string[]>()
  const whole = new Map<string, readonly string[]>()
  const typed = filter.text.trim() !== ''
  const { named, passes, passesAside, rank } = makeTest(filter)
  const counting = typed && !filter.signs.includes('archived')
  const open = new Set<string>()
  const hits = new Set<string>()
  const ranks = new Map<string, number>()
  let away = 0

  /** `inside` when a folder above was found by its name. */
  const walk = (parent: string, inside: boolean): Walked => {
    const shown: string[] = []
    const all: string[] = []
    let best = WORST
    for (const id of tree.children.get(parent) ?? []) {
      const row = tree.rows.get(id)
      if (!row) continue
      if (counting && row.archived && passesAside(row) && named(row)) away += 1
      const passed = passes(row)
      const itself = passed && named(row)
      let fits = itself && typed ? rank(row) : WORST
      let under: Walked | null = null
      if (row.kind === 'folder') {
        under = walk(id, inside || itself)
        if (under.hit) open.add(id)
        fits = Math.min(fits, under.rank)
      }
      if (itself) hits.add(id)
      if (typed) ranks.set(id, fits)
      best = Math.min(best, fits)
      if (itself || under?.hit) shown.push(id)
      if (itself || under?.kept || (inside && passed)) all.push(id)
    }
    const hit = shown.length > 0
    const listed = hit ? shown : all
    if (listed.length > 0) children.set(parent, order(listed, tree.rows, sort, turned, ranks))
    if (hit && all.length > shown.length) whole.set(parent, order(all, tree.rows, sort, turned, ranks))
    return { kept: all.length > 0, hit, rank: best }
  }
  walk(ROOT, false)
  const filtering = isFiltering(filter)
  return { children, whole, open: filtering ? open : null, hits: filtering ? hits : null, away }
}

function order(
  ids: string[],
  rows: ReadonlyMap<string, Row>,
  sort: Sort,
  turned: boolean,
  ranks: ReadonlyMap<string, number>,
): string[] {
  const compare = comparer(sort, rows)
  const way = turned ? -1 : 1
  if (ranks.size > 0) {
    const rank = (id: string) => ranks.get(id) ?? WORST
    return ids.sort((one, other) => rank(one) - rank(other) || way * (compare?.(one, other) ?? 0))
  }
  return compare ? ids.sort((one, other) => way * compare(one, other)) : ids
}

/** How an order compares two rows; null is the order they stand in. */
function comparer(
  sort: Sort,
  rows: ReadonlyMap<string, Row>,
): ((one: string, other: string) => number) | null {
  const row = (id: string) => rows.get(id) as Row
  if (sort === 'name') return (one, other) => collator.compare(row(one).name, row(other).name)
  if (sort === 'modified') return (one, other) => row(other).modified - row(one).modified
  if (sort === 'created') return (one, other) => createdAt(other) - createdAt(one)
  return null
}
