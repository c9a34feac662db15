// Fuzzy matching of names: letters in order, better at the beginnings of words and side by side.

/** How well `query` fits `name`: higher is better, null is not at all. Case and accents do not matter. */
export function score(query: string, name: string): number | null {
  const wanted = [...fold(query)].filter(sign => sign.trim() !== '')
  if (wanted.length === 0) return 0
  const within = fold(name)
  const whole = within.indexOf(fold(query).trim())
  if (whole >= 0)
    return 1_000 - Math.min(whole, 200) + (isStart(within, whole) ? 200 : 0) - within.length / 100
  const signs = [...within]
  let points = 0
  let at = -1
  for (const sign of wanted) {
    const next = findSign(signs, sign, at)
    if (next < 0) return null
    points += next === at + 1 ? 6 : signs[next - 1]?.trim() ? 1 : 4
    at = next
  }
  return points - signs.length / 100
}

/** The best `limit` items, best first; items that fit equally keep their order. */
export function pickBest<Item>(
  items: readonly Item[],
  query: string,
  nameOf: (item: Item) => string,
  limit: number,
): Item[] {
  const fitting: { item: Item; points: number }[] = []
  for (const item of items) {
    const points = score(query, nameOf(item))
    if (points !== null) fitting.push({ item, points })
  }
  if (query.trim()) fitting.sort((one, other) => other.points - one.points)
  return fitting.slice(0, limit).map(({ item }) => item)
}

/** The next place of a sign; the beginning of a word is preferred to an earlier place inside one. */
function findSign(signs: readonly string[], sign: string, after: number): number {
  if (signs[after + 1] === sign) return after + 1
  let inside = -1
  for (let at = after + 1; at < signs.length; at++) {
    if (signs[at] !== sign) continue
    if (at === 0 || !signs[at - 1]?.trim()) return at
    if (inside < 0) inside = at
  }
  return inside
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
