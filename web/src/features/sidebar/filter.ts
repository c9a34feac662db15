// What the sidebar shows of the tree: the filters that a person set, and what passes them.
import { createdAt, type Row } from './tree'

export type Sign = 'pinned' | 'archived' | 'working' | 'failed' | 'unseen' | 'referenced'
export const SIGNS: readonly Sign[] = ['pinned', 'archived', 'working', 'failed', 'unseen', 'referenced']

export type Sort = 'manual' | 'name' | 'modified' | 'created'
export const SORTS: readonly Sort[] = ['manual', 'name', 'modified', 'created']

export interface Filter {
  text: string
  signs: readonly Sign[]
  /** A model's id that a session used. */
  model: string | null
  /** Last modified between these days, "2026-11-23" each, both counted in. */
  from: string | null
  to: string | null
}

export const NO_FILTER: Filter = { text: '', signs: [], model: null, from: null, to: null }

/** How many filters are set, the text not counted. */
export function countFilters({ signs, model, from, to }: Filter): number {
  return signs.length + (model ? 1 : 0) + (from || to ? 1 : 0)
}

export function isFiltering(filter: Filter): boolean {
  return words(filter.text).length > 0 || countFilters(filter) > 0
}

export interface Test {
  /** Whether the name has every word typed. */
  named: (row: Row) => boolean
  /** Whether the rest of the filter lets it pass. */
  passes: (row: Row) => boolean
  /** The same, were it in the archive or not what it is. */
  passesAside: (row: Row) => boolean
  /** How well the name fits what was typed: 0 is the very name, 1 its beginning, 2 the beginning of a word in it. */
  rank: (row: Row) => number
}

export const WORST = 3

/** The tests that a filter means for rows. */
export function makeTest(filter: Filter): Test {
  const wanted = words(filter.text)
  const whole = wanted.join(' ')
  const from = filter.from ? startOf(filter.from) : Number.NEGATIVE_INFINITY
  const to = filter.to ? startOf(filter.to, 1) : Number.POSITIVE_INFINITY
  const signs = filter.signs.filter(sign => sign !== 'archived')
  const away = filter.signs.includes('archived')
  const passesAside = (row: Row) => {
    if (signs.some(sign => !has(row, sign))) return false
    if (filter.model && !(row.kind === 'session' && row.session.models.includes(filter.model))) return false
    if (!filter.from && !filter.to) return true
    const at = row.kind === 'session' ? row.modified : createdAt(row.id)
    return at >= from && at < to
  }
  return {
    passesAside,
    passes: row => row.archived === away && passesAside(row),
    rank: row => {
      if (wanted.length === 0) return WORST
      const name = folded(row.name)
      if (name.startsWith(whole)) return name.length === whole.length ? 0 : 1
      return wanted.every(word => startsWord(name, word)) ? 2 : WORST
    },
    named: row => {
      if (wanted.length === 0) return true
      const name = folded(row.name)
      return wanted.every(word => name.includes(word))
    },
  }
}

/** The parts of a name that were typed, as [from, to) in its letters; sorted, without overlap. */
export function findMatches(name: string, text: string): [from: number, to: number][] {
  const signs = [...name]
  const starts: number[] = [] // for each letter of the folded name, the place it comes from
  let all = ''
  let place = 0
  for (const sign of signs) {
    const plain = fold(sign)
    for (let at = 0; at < plain.length; at++) starts.push(place)
    all += plain
    place += sign.length
  }
  const found: [number, number][] = []
  for (const word of words(text)) {
    const at = all.indexOf(word)
    if (at < 0) continue
    const last = starts[at + word.length - 1] ?? 0
    found.push([starts[at] ?? 0, last + (String.fromCodePoint(name.codePointAt(last) ?? 0).length || 1)])
  }
  found.sort((one, other) => one[0] - other[0])
  const apart: [number, number][] = []
  for (const part of found) {
    const before = apart.at(-1)
    if (before && part[0] <= before[1]) before[1] = Math.max(before[1], part[1])
    else apart.push(part)
  }
  return apart
}

function has(row: Row, sign: Exclude<Sign, 'archived'>): boolean {
  if (sign === 'pinned') return row.pinned
  if (row.kind === 'folder') return false
  return sign === 'referenced' ? row.session.referenced : row.session[sign] > 0
}

function words(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean)
}

const kept = new Map<string, string>()

/** Names come again with every letter typed; folding each once is enough. */
function folded(name: string): string {
  let plain = kept.get(name)
  if (plain === undefined) {
    if (kept.size > 60_000) kept.clear()
    plain = fold(name)
    kept.set(name, plain)
  }
  return plain
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function startsWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) return true
  return false
}

/** The beginning of a day of this place's calendar, `later` days on. */
function startOf(day: string, later = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).getTime()
}
