// Which pictures are compared, in which order, and how a blind comparison mixes them.

/** Two to four different ids of an address. */
export function idsOf(asked: unknown): string[] {
  const parts = typeof asked === 'string' ? asked.split(',') : Array.isArray(asked) ? asked.map(String) : []
  return [...new Set(parts.map(part => part.trim()).filter(Boolean))].slice(0, 4)
}

/** Puts a picture into a place; one that is shown already changes places with it. */
export function replaced(ids: readonly string[], place: number, id: string): string[] {
  const there = ids.indexOf(id)
  const old = ids[place]
  if (old === undefined || there === place) return [...ids]
  return ids.map((one, at) => (at === place ? id : at === there ? old : one))
}

/** A mixed order; `random` gives numbers from 0 up to but not 1. */
export function shuffled<One>(list: readonly One[], random: () => number = Math.random): One[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const held = mixed[at] as One
    mixed[at] = mixed[other] as One
    mixed[other] = held
  }
  return mixed
}
