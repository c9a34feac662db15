// The tree as it is looked at: what is put away or filtered out left off, and in the chosen order.
import { type Filter, isFiltering, makeTest, type Sort } from './filter'
import { createdAt, ROOT, type Row, type Tree } from './tree'

export interface View {
  children: ReadonlyMap<string, readonly string[]>
  /** Folders that are open because something under them was found; null while nothing is filtered. */
  open: ReadonlySet<string> | null
  /** How many rows were found themselves, not only the way to them. */
  found: number
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Arranges the tree. A folder found by its name keeps all that is in it, folded. */
export function arrange(tree: Tree, filter: Filter, sort: Sort): View {
  const children = new Map<string, readonly string[]>()
  const filtering = isFiltering(filter)
  const { named, passes } = makeTest(filter)
  const open = new Set<string>()
  let found = 0

  /** Whether something in the folder was found; `whole` when a folder above was found by its name. */
  const walk = (parent: string, whole: boolean): { kept: boolean; hit: boolean } => {
    const shown: string[] = []
    let hit = false
    for (const id of tree.children.get(parent) ?? []) {
      const row = tree.rows.get(id)
      if (!row) continue
      const passed = passes(row)
      const itself = passed && named(row)
      if (itself) found += 1
      let kept = itself || (whole && passed)
      if (row.kind === 'folder') {
        const under = walk(id, whole || itself)
        kept ||= under.kept
        if (under.hit) open.add(id)
        hit ||= under.hit
      }
      hit ||= itself
      if (kept) shown.push(id)
    }
    if (shown.length > 0) children.set(parent, order(shown, tree.rows, sort))
    return { kept: shown.length > 0, hit }
  }
  walk(ROOT, false)
  return { children, open: filtering ? open : null, found }
}

function order(ids: string[], rows: ReadonlyMap<string, Row>, sort: Sort): string[] {
  if (sort === 'manual') return ids
  const values = new Map(ids.map(id => [id, rows.get(id)]))
  const row = (id: string) => values.get(id) as Row
  if (sort === 'name') return ids.sort((one, other) => collator.compare(row(one).name, row(other).name))
  if (sort === 'modified') return ids.sort((one, other) => row(other).modified - row(one).modified)
  return ids.sort((one, other) => createdAt(other) - createdAt(one))
}
