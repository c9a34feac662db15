// The table of models that a person writes, as the settings keep it: JSON of model id → what is said of it.

export type TableRow = Record<string, unknown>
export type Table = Record<string, TableRow>

/** The table, or null for a text that is none: then it can only be mended as text. */
export function readTable(text: string): Table | null {
  if (!text.trim()) return {}
  try {
    const read: unknown = JSON.parse(text)
    if (!isRow(read)) return null
    return Object.values(read).every(isRow) ? (read as Table) : null
  } catch {
    return null
  }
}

/** The table as text; nothing for one without rows. */
export function writeTable(table: Table): string {
  return Object.keys(table).length ? JSON.stringify(table, null, 2) : ''
}

/** The table with some of a row's fields put anew; undefined takes one away, and a row that says nothing goes. */
export function withRow(table: Table, id: string, part: TableRow, keep = false): Table {
  const { [id]: before, ...others } = table
  const row = Object.fromEntries(
    Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined),
  )
  if (!keep && !Object.keys(row).length) return others
  return before === undefined
    ? { ...table, [id]: row }
    : Object.fromEntries(Object.entries(table).map(([name, old]) => [name, name === id ? row : old]))
}

/** “1024 × 768” as a size; undefined for what is none. */
export function readSize(text: string): [number, number] | undefined {
  const found = /^\s*(\d{2,4})\s*[x×*, ]\s*(\d{2,4})\s*$/i.exec(text)
  return found ? [Number(found[1]), Number(found[2])] : undefined
}

/** A size as people write it. */
export function sizeWords(size: unknown): string {
  return Array.isArray(size) && size.length === 2 ? `${size[0]} × ${size[1]}` : ''
}

function isRow(value: unknown): value is TableRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
