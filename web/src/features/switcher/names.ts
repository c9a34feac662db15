// Fuzzy search over many names: what is folded once is kept, and a longer query only looks at what still fits.
import type { SidebarFolder, SidebarSession } from '@/shared/api/types'

export type Named = SidebarFolder | SidebarSession

/** A name that fits, with the places of the letters that do; better ones have more points. */
export interface Found {
  row: Named
  points: number
  marks: number[]
}

const PLAIN = /^\p{ASCII}*$/u
const folded = new WeakMap<Named, string>()

/** A name as it is compared: small letters without accents, sign by sign as long as the name itself. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  let out = ''
  for (const sign of text) {
    const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    out +=
      plain.length === sign.length
        ? plain
        : sign.toLowerCase().length === sign.length
          ? sign.toLowerCase()
          : sign
  }
  return out
}

function foldedName(row: Named): string {
  let name = folded.get(row)
  if (name === undefined) {
    name = fold(row.name)
    folded.set(row, name)
  }
  return name
}

/** What a query is worth in a name, NaN when a letter is missing; `marks` takes the places of its letters. */
export function match(query: string, name: string, marks?: number[]): number {
  const whole = name.indexOf(query)
  if (whole >= 0) {
    if (marks) for (let at = 0; at < query.length; at++) marks.push(whole + at)
    return 1000 + (isStart(name, whole) ? 200 : 0) - Math.min(whole, 100) - name.length / 50
  }
  let points = 0
  let first = -1
  let at = -1
  for (let letter = 0; letter < query.length; letter++) {
    const sign = query[letter] ?? ''
    if (sign === ' ') continue
    let next = name.indexOf(sign, at + 1)
    if (next < 0) return Number.NaN
    if (next !== at + 1) {
      // The beginning of a word is meant more often than a place inside one.
      for (let later = next; later >= 0; later = name.indexOf(sign, later + 1)) {
        if (isStart(name, later)) {
          if (hasRest(query, letter + 1, name, later + 1)) next = later
          break
        }
      }
    }
    points += next === at + 1 && at >= 0 ? 12 : isStart(name, next) ? 8 : 1
    if (first < 0) first = next
    marks?.push(next)
    at = next
  }
  return points - name.length / 50 - (at - first) / 10
}

function hasRest(query: string, letter: number, name: string, from: number): boolean {
  let at = from
  for (let place = letter; place < query.length; place++) {
    if (query[place] === ' ') continue
    const next = name.indexOf(query[place] ?? '', at)
    if (next < 0) return false
    at = next + 1
  }
  return true
}

function isStart(name: string, at: number): boolean {
  if (at === 0) return true
  const before = name.charCodeAt(at - 1)
  const letter = (before >= 97 && before <= 122) || (before >= 48 && before <= 57) || before > 127
  return !letter
}

/** Finds names as a query is typed, letter by letter. */
export class Names {
  private last = ''
  private fitting: readonly Named[]

  constructor(private readonly rows: readonly Named[]) {
    this.fitting = rows
    for (const row of rows) foldedName(row) // so that the first letter is as quick as the others
  }

  /** The best `limit`, best first; rows that fit equally keep their order. */
  best(typed: string, limit: number): Found[] {
    const query = fold(typed.normalize('NFC').trim())
    if (query === '') return this.rows.slice(0, limit).map(row => ({ row, points: 0, marks: [] }))
    // What did not fit fewer letters does not fit more.
    const among = this.last !== '' && query.startsWith(this.last) ? this.fitting : this.rows
    const fitting: Named[] = []
    const top: Found[] = []
    for (const row of among) {
      const points = match(query, foldedName(row))
      if (Number.isNaN(points)) continue
      fitting.push(row)
      if (top.length === limit && points <= (top.at(-1)?.points ?? 0)) continue
      let place = top.length
      while (place > 0 && (top[place - 1]?.points ?? 0) < points) place--
      top.splice(place, 0, { row, points, marks: [] })
      if (top.length > limit) top.pop()
    }
    for (const { row, marks } of top) match(query, foldedName(row), marks)
    this.last = query
    this.fitting = fitting
    return top
  }
}
