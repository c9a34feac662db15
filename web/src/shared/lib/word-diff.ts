// How one text came of another, word by word.

export interface Segment {
  op: 'same' | 'gone' | 'new'
  text: string
}

/** Words with the space after them, and signs: joined they are the text. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}'’_]+|\s+|[^\p{L}\p{M}\p{N}'’_\s]/gu) ?? []
}

/** The longest common part costs a table of both lengths; beyond this many cells the middle is simply replaced. */
const MOST_CELLS = 4_000_000

/** For each word of `before` the place of the same word in `after`, or -1: a longest common subsequence. */
export function matchWords(before: string[], after: string[]): Int32Array {
  const found = new Int32Array(before.length).fill(-1)
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) {
    found[start] = start
    start += 1
  }
  let ends = 0
  const most = Math.min(before.length, after.length) - start
  while (ends < most && before.at(-1 - ends) === after.at(-1 - ends)) {
    ends += 1
    found[before.length - ends] = after.length - ends
  }
  const high = before.length - ends - start
  const wide = after.length - ends - start
  if (high * wide === 0 || high * wide > MOST_CELLS) return found
  const table = new Uint16Array((high + 1) * (wide + 1))
  const at = (row: number, column: number) => row * (wide + 1) + column
  for (let row = high - 1; row >= 0; row -= 1) {
    for (let column = wide - 1; column >= 0; column -= 1) {
      table[at(row, column)] =
        before[start + row] === after[start + column]
          ? (table[at(row + 1, column + 1)] ?? 0) + 1
          : Math.max(table[at(row + 1, column)] ?? 0, table[at(row, column + 1)] ?? 0)
    }
  }
  let row = 0
  let column = 0
  while (row < high && column < wide) {
    if (before[start + row] === after[start + column]) {
      found[start + row] = start + column
      row += 1
      column += 1
    } else if ((table[at(row + 1, column)] ?? 0) >= (table[at(row, column + 1)] ?? 0)) row += 1
    else column += 1
  }
  return found
}

/** How `after` came of `before`: joining same and new gives after, joining same and gone gives before. */
export function diffWords(before: string, after: string): Segment[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const found = matchWords(old, now)
  const segments: Segment[] = []
  const add = (op: Segment['op'], text: string) => {
    const last = segments.at(-1)
    if (last?.op === op) last.text += text
    else if (text) segments.push({ op, text })
  }
  let reached = 0
  for (const [at, word] of old.entries()) {
    const to = found[at] ?? -1
    if (to < 0) {
      add('gone', word)
      continue
    }
    add('new', now.slice(reached, to).join(''))
    add('same', word)
    reached = to + 1
  }
  add('new', now.slice(reached).join(''))
  return segments
}

/**
 * The same pieces with what was replaced told as one: spaces between two changes belong to both of them, those
 * that both end with to neither. */
export function readable(pieces: readonly Segment[]): Segment[] {
  const told: Segment[] = []
  let [gone, fresh] = ['', '']
  const stay = (text: string) => {
    const last = told.at(-1)
    if (last?.op === 'same') last.text += text
    else if (text) told.push({ op: 'same', text })
  }
  const tell = () => {
    const space = /\s*$/.exec(gone)?.[0] ?? ''
    const shared = fresh.endsWith(space) ? space : ''
    const end = shared.length || undefined
    if (gone) told.push({ op: 'gone', text: gone.slice(0, end && -end) })
    if (fresh) told.push({ op: 'new', text: fresh.slice(0, end && -end) })
    stay(shared)
    gone = fresh = ''
  }
  for (const [at, { op, text }] of pieces.entries()) {
    const between = op === 'same' && !text.trim() && at + 1 < pieces.length && (gone || fresh)
    if (op !== 'new' && (between || op === 'gone')) gone += text
    if (op !== 'gone' && (between || op === 'new')) fresh += text
    if (op !== 'same' || between) continue
    tell()
    stay(text)
  }
  tell()
  return told.filter(({ text }) => text)
}
