// Which rows are picked: one by a click, several by Shift and Ctrl or Cmd.
import type { Line } from './lines'

export interface Selection {
  ids: ReadonlySet<string>
  /** Where a range begins. */
  anchor: string | null
}

export const NONE: Selection = { ids: new Set(), anchor: null }

export function pickOne(id: string): Selection {
  return { ids: new Set([id]), anchor: id }
}

/** Adds a row, or takes it out again. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Everything from the anchor to a row; `keep` leaves picked what was picked before. */
export function pickRange(
  { ids, anchor }: Selection,
  lines: readonly Line[],
  to: string,
  keep = false,
): Selection {
  const start = lines.findIndex(line => line.id === anchor)
  const end = lines.findIndex(line => line.id === to)
  if (end < 0) return { ids, anchor }
  if (start < 0) return pickOne(to)
  const range = lines.slice(Math.min(start, end), Math.max(start, end) + 1).map(line => line.id)
  return { ids: new Set(keep ? [...ids, ...range] : range), anchor }
}

export function pickAll(lines: readonly Line[]): Selection {
  return { ids: new Set(lines.map(line => line.id)), anchor: lines[0]?.id ?? null }
}

/** Leaves off what is no longer to be seen, so that no act reaches rows out of sight. */
export function keepShown(selection: Selection, lines: readonly Line[]): Selection {
  if (selection.ids.size === 0) return selection
  const shown = new Set<string>()
  for (const { id } of lines) if (selection.ids.has(id)) shown.add(id)
  if (shown.size === selection.ids.size) return selection
  return { ids: shown, anchor: selection.anchor && shown.has(selection.anchor) ? selection.anchor : null }
}

/** What an act on a row reaches: all that is picked when the row is among it, else the row alone. In tree order. */
export function reach({ ids }: Selection, lines: readonly Line[], id: string): string[] {
  if (!ids.has(id) || ids.size < 2) return [id]
  return lines.filter(line => ids.has(line.id)).map(line => line.id)
}
