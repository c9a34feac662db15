// The tree as lines from top to bottom: what is in closed folders is left out.
import { ROOT, type Row } from './tree'

export interface Line {
  id: string
  row: Row
  /** 0 at the root. */
  level: number
  open: boolean
  /** Its place among its siblings, from 1, and how many there are. */
  place: number
  of: number
}

/** The lines of a tree with these folders open. A circle is cut where it closes. */
export function listLines(
  rows: ReadonlyMap<string, Row>,
  children: Pick<ReadonlyMap<string, readonly string[]>, 'get'>,
  isOpen: (folderId: string) => boolean,
): Line[] {
  const lines: Line[] = []
  const add = (parent: string, level: number) => {
    const ids = children.get(parent) ?? []
    let place = 0
    for (const id of ids) {
      const row = rows.get(id)
      place += 1
      if (!row) continue
      const open = row.kind === 'folder' && isOpen(id)
      lines.push({ id, row, level, open, place, of: ids.length })
      if (open) add(id, level + 1)
    }
  }
  add(ROOT, 0)
  return lines
}

/** Where a row stands; -1 when it is not to be seen. */
export function indexOfLine(lines: readonly Line[], id: string | null): number {
  return id === null ? -1 : lines.findIndex(line => line.id === id)
}

/** The line of the folder that a line stands in; -1 at the root. */
export function indexOfParent(lines: readonly Line[], index: number): number {
  const level = lines[index]?.level ?? 0
  for (let at = index - 1; at >= 0; at--) if ((lines[at]?.level ?? 0) < level) return at
  return -1
}
