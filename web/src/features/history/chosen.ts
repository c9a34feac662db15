// Which pictures of the grid are chosen: pure steps from one choice to the next.
export interface Chosen {
  ids: ReadonlySet<string>
  /** From where Shift reaches; an index. */
  anchor: number | null
}

export const NOTHING: Chosen = { ids: new Set(), anchor: null }

/** Chooses one more, or lets it go. */
export function toggled({ ids }: Chosen, id: string, index: number): Chosen {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: index }
}

/** Adds these; the anchor stays, so that the next reach begins where this one did. */
export function reached({ ids, anchor }: Chosen, more: Iterable<string>, from: number): Chosen {
  return { ids: new Set([...ids, ...more]), anchor: anchor ?? from }
}

/** What a rectangle touches: added to what was chosen before, or instead of it. */
export function swept(before: Chosen, touched: readonly string[], adds: boolean): Chosen {
  return { ids: new Set(adds ? [...before.ids, ...touched] : touched), anchor: before.anchor }
}

/** Without those that are gone; the same choice where none is. */
export function without(chosen: Chosen, gone: ReadonlySet<string>): Chosen {
  const left = [...chosen.ids].filter(id => !gone.has(id))
  return left.length === chosen.ids.size ? chosen : { ...chosen, ids: new Set(left) }
}
