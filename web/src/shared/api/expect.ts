// What an act will do to the sidebar, shown before the server has answered; and the way back if it refuses.
import { byOrder, keysAfter, parentOf, type Rows, topmost, withDescendants } from './rows'
import type { Folder, Order, Sidebar, SidebarSession } from './types'

type Row = Folder | SidebarSession
type Changed = Map<string, Partial<Folder & SidebarSession>>

/** The sidebar as it will be; the same one where only the server can tell. */
export function expectDone(sidebar: Sidebar, order: Order): Sidebar {
  const ids = new Set(order.ids)
  switch (order.act) {
    case 'pin':
    case 'unpin':
      return change(sidebar, each(ids, { pinned: order.act === 'pin' }))
    case 'archive':
    case 'unarchive':
      return change(sidebar, each(ids, { archived: order.act === 'archive' }))
    case 'rename':
      return order.name ? change(sidebar, each(ids, { name: order.name })) : sidebar
    case 'colour': {
      const { colour, emoji } = order
      const looks = { ...(colour !== undefined && { colour }), ...(emoji !== undefined && { emoji }) }
      return change(sidebar, each(ids, looks))
    }
    case 'defaults':
      return change(sidebar, each(ids, { defaults: (order.defaults ?? null) as Folder['defaults'] }))
    case 'move':
      return order.session_id ? sidebar : move(sidebar, order)
    case 'trash':
      return order.contents === 'up' ? without(moveUp(sidebar, ids), ids) : without(sidebar, ids)
    default:
      return sidebar
  }
}

/** Puts back what `expected` changed, where nothing newer has come since. */
export function takeBack(now: Sidebar, before: Sidebar, expected: Sidebar): Sidebar {
  return {
    ...now,
    folders: restore(now.folders, before.folders, expected.folders),
    sessions: restore(now.sessions, before.sessions, expected.sessions),
  }
}

function restore<One extends Row>(now: One[], before: One[], expected: One[]): One[] {
  if (before === expected) return now
  const old = new Map(before.map(row => [row.id, row]))
  const hoped = new Map(expected.map(row => [row.id, row]))
  const kept = now.map(row => (row === hoped.get(row.id) ? (old.get(row.id) ?? row) : row))
  const there = new Set(now.map(({ id }) => id))
  const removed = before.filter(({ id }) => !hoped.has(id) && !there.has(id))
  return removed.length ? [...kept, ...removed] : kept
}

function each(ids: Iterable<string>, values: Partial<Folder & SidebarSession>): Changed {
  return new Map([...ids].map(id => [id, values]))
}

function change(sidebar: Sidebar, changed: Changed): Sidebar {
  const apply = <One extends Row>(rows: One[], adapt: (values: object) => object): One[] => {
    if (!rows.some(({ id }) => changed.has(id))) return rows
    return rows.map(row => {
      const values = changed.get(row.id)
      return values ? { ...row, ...adapt(values) } : row
    })
  }
  return {
    ...sidebar,
    folders: apply(sidebar.folders, ({ folder_id: _, ...values }: Partial<SidebarSession>) => values),
    sessions: apply(sidebar.sessions, ({ parent_id: _, defaults: __, ...values }: Partial<Folder>) => values),
  }
}

function siblingsIn({ folders, sessions }: Rows, parent: string | null): Row[] {
  const rows: Row[] = [
    ...folders.filter(({ parent_id }) => parent_id === parent),
    ...sessions.filter(({ folder_id }) => folder_id === parent),
  ]
  return rows.sort(byOrder)
}

function move(sidebar: Sidebar, order: Order): Sidebar {
  const ids = topmost(sidebar, order.ids)
  const moving = new Set(ids)
  const parent = order.folder_id ?? null
  const siblings = siblingsIn(sidebar, parent).filter(({ id }) => !moving.has(id))
  const after = siblings.find(({ id }) => id === order.after_id)
  const keys = keysAfter(after?.order ?? null, siblings[0]?.order ?? null, ids.length)
  const place = { parent_id: parent, folder_id: parent }
  return change(sidebar, new Map(ids.map((id, at) => [id, { ...place, order: keys[at] ?? '' }])))
}

/** What lies in these folders takes their place. */
function moveUp(sidebar: Sidebar, ids: ReadonlySet<string>): Sidebar {
  let shown = sidebar
  for (const folder of sidebar.folders) {
    if (!ids.has(folder.id)) continue
    const inside = siblingsIn(shown, folder.id)
    const keys = keysAfter(folder.order, null, inside.length)
    const parent = parentOf(folder)
    const place = { parent_id: parent, folder_id: parent }
    shown = change(shown, new Map(inside.map(({ id }, at) => [id, { ...place, order: keys[at] ?? '' }])))
  }
  return shown
}

function without(sidebar: Sidebar, ids: Iterable<string>): Sidebar {
  const gone = withDescendants(sidebar, ids)
  return {
    ...sidebar,
    folders: sidebar.folders.filter(({ id }) => !gone.has(id)),
    sessions: sidebar.sessions.filter(({ id }) => !gone.has(id)),
  }
}
