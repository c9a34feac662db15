// What can be done to rows: one list for the row's menu, the keys of the tree and the help sheet.
import { matchesKey } from '@/shared/lib/keys'
import type { Row } from './tree'

export type ActionId =
  | 'open'
  | 'open-tab'
  | 'new-session'
  | 'new-folder'
  | 'select'
  | 'rename'
  | 'move'
  | 'duplicate'
  | 'appearance'
  | 'pin'
  | 'unpin'
  | 'archive'
  | 'unarchive'
  | 'details'
  | 'defaults'
  | 'trash'

interface Rule {
  id: ActionId
  /** A line is drawn between groups. */
  group: number
  key?: string
  /** For one row only, or only for several, or both. */
  many?: boolean
  when?: (rows: readonly Row[]) => boolean
}

const isSession = ([row]: readonly Row[]) => row?.kind === 'session'
const isFolder = ([row]: readonly Row[]) => row?.kind === 'folder'
const isPutAway = (row: Row) => (row.kind === 'session' ? row.session.archived : row.folder.archived)

/** In the order of the menu. */
export const ACTIONS: readonly Rule[] = [
  { id: 'open', group: 0, key: 'Enter', when: isSession },
  { id: 'open-tab', group: 0, when: isSession },
  { id: 'new-session', group: 1 },
  { id: 'new-folder', group: 1 },
  { id: 'rename', group: 2, key: 'F2' },
  { id: 'move', group: 2, key: 'M', many: true },
  { id: 'duplicate', group: 2, many: true },
  { id: 'appearance', group: 3, many: true },
  { id: 'pin', group: 3, many: true, when: rows => rows.some(row => !row.pinned) },
  { id: 'unpin', group: 3, many: true, when: rows => rows.every(row => row.pinned) },
  { id: 'select', group: 3 },
  { id: 'details', group: 4, when: isSession },
  { id: 'defaults', group: 4, when: isFolder },
  { id: 'archive', group: 5, many: true, when: rows => rows.some(row => !row.archived) },
  { id: 'unarchive', group: 5, many: true, when: rows => rows.some(isPutAway) },
  { id: 'trash', group: 5, key: 'Delete Backspace', many: true },
]

/** What is offered for these rows. */
export function actionsFor(rows: readonly Row[]): readonly Rule[] {
  if (rows.length === 0) return []
  return ACTIONS.filter(({ many, when }) => (many || rows.length === 1) && (when?.(rows) ?? true))
}

/** The action that a press means for these rows. Opening is the list's own affair. */
export function actionOfKey(press: KeyboardEvent, rows: readonly Row[]): ActionId | null {
  return actionsFor(rows).find(({ id, key }) => id !== 'open' && key && matchesKey(key, press))?.id ?? null
}
