// What an assistant changed of a person's text, by words; and how later edits of that text get into the new one.

import type { Enhance } from '@/shared/api/types'

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
function match(before: string[], after: string[]): Int32Array {
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
  const found = match(old, now)
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

/** What stands before each word of `base` in one of its two successors, and which words it dropped. */
function changes(base: string[], words: string[]): { before: string[]; dropped: boolean[] } {
  const found = match(base, words)
  const before: string[] = Array(base.length + 1).fill('')
  const dropped: boolean[] = Array(base.length).fill(false)
  let reached = 0
  let gap = 0
  for (let at = 0; at < base.length; at += 1) {
    const to = found[at] ?? -1
    if (to < 0) {
      dropped[at] = true
      continue
    }
    before[gap] = words.slice(reached, to).join('')
    reached = to + 1
    gap = at + 1
  }
  before[gap] = words.slice(reached).join('')
  return { before, dropped }
}

/**
 * The assistant's `text` for `own`, with what the person changed of it since (`now`) carried in: every word that
 * the person added is there, what either took out is gone.
 */
export function carry(own: string, text: string, now: string): string {
  if (own === now) return text
  const base = wordsOf(own)
  const person = changes(base, wordsOf(now))
  const assistant = changes(base, wordsOf(text))
  let carried = ''
  for (let at = 0; at <= base.length; at += 1) {
    const [mine, its] = [person.before[at] ?? '', assistant.before[at] ?? '']
    const [replaced, rewritten] = [person.dropped[at] ?? false, assistant.dropped[at] ?? false]
    if (mine === its) carried = join(carried, mine)
    else if (replaced && rewritten) carried = join(join(carried, mine), wordsOf(its).slice(1).join(''))
    else carried = join(carried, replaced ? join(its, mine) : join(mine, its))
    if (at < base.length && !replaced && !rewritten) carried = join(carried, base[at] ?? '')
  }
  return carried
}

/** The prompt that is sent: the assistant's with the person's edits since, or what stands in the box. */
export function promptOf({ prompt, enhance }: { prompt: string; enhance?: Enhance | null }): string {
  return enhance && prompt.trim() ? carry(enhance.own, enhance.text, prompt) : prompt
}

/** Two texts after each other, with a space where two words would become one. */
function join(one: string, other: string): string {
  return /[\p{L}\p{N}]$/u.test(one) && /^[\p{L}\p{N}]/u.test(other) ? `${one} ${other}` : one + other
}
