// Where a row that is dragged would come to stand: between two lines, or in a folder. Pure geometry and rules.
import { indexOfParent, type Line } from './lines'
import { ROOT, type Tree } from './tree'

/** Folders nest no deeper; the server holds to the same. */
export const DEEPEST = 32

/** A gap before the line `index` at a level, or a folder as a whole (`folder` may be ROOT). */
export type Spot = { index: number; level: number } | { folder: string }

export type Refusal = 'itself' | 'deep'

export interface Target {
  folder: string | null
  /** The sibling to stand after; null is first. */
  after: string | null
}

interface Pointer {
  /** Down the list, in rows: 2.25 is a quarter into the third line. */
  y: number
  /** From the left edge of the rows, in levels of indentation. */
  x: number
}

/** The spot under a pointer; without an order of one's own only folders (and the root) are spots. */
export function findSpot(lines: readonly Line[], { y, x }: Pointer, ordered: boolean): Spot {
  const index = Math.floor(y)
  const line = lines[index]
  if (!line) return ordered ? { index: lines.length, level: 0 } : { folder: ROOT }
  const part = y - index
  const isFolder = line.row.kind === 'folder'
  if (!ordered) return { folder: isFolder ? line.id : line.row.parent }
  if (isFolder && part >= 0.25 && (line.open || part <= 0.75)) {
    if (!line.open || part <= 0.75 || lines[index + 1]?.level !== line.level + 1) return { folder: line.id }
    return { index: index + 1, level: line.level + 1 }
  }
  if (part < 0.5) return { index, level: line.level }
  // Left of the line's own place the pointer means a folder further up, if a group ends here.
  const least = lines[index + 1]?.level ?? 0
  return { index: index + 1, level: Math.min(line.level, Math.max(least, Math.floor(x))) }
}

/** The folder of a spot; ROOT for the top. */
export function folderOf(lines: readonly Line[], spot: Spot): string {
  if ('folder' in spot) return spot.folder
  if (spot.level === 0) return ROOT
  for (let at = spot.index - 1; at >= 0; at--)
    if (lines[at]?.level === spot.level - 1) return lines[at]?.id ?? ROOT
  return ROOT
}

/** What the server is told. Rows that move themselves are no place to stand after. */
export function targetOf(lines: readonly Line[], spot: Spot, moving: ReadonlySet<string>): Target {
  const folder = folderOf(lines, spot)
  const target = { folder: folder === ROOT ? null : folder, after: null }
  if ('folder' in spot) return target
  for (let at = spot.index - 1; at >= 0; at--) {
    const line = lines[at]
    if (!line || line.level < spot.level) break
    if (line.level === spot.level && !moving.has(line.id)) return { ...target, after: line.id }
  }
  return target
}

/** Whether everything that moves stands there already, in this order. */
export function isSamePlace(tree: Tree, ids: readonly string[], { folder, after }: Target): boolean {
  const siblings = tree.children.get(folder ?? ROOT) ?? []
  const start = after === null ? 0 : siblings.indexOf(after) + 1
  return ids.every((id, at) => siblings[start + at] === id)
}

/** Rules over a set of rows that move. */
export interface Rules {
  moving: ReadonlySet<string>
  /** Why they cannot go into a folder, null when they can. */
  refuse: (folder: string) => Refusal | null
}

export function makeRules(tree: Tree, ids: readonly string[]): Rules {
  const moving = new Set(ids)
  let tallest = 0
  for (const id of moving) tallest = Math.max(tallest, height(tree, id))
  const known = new Map<string, Refusal | null>()
  const judge = (folder: string): Refusal | null => {
    let depth = 0
    for (
      let at: string | undefined = folder;
      at !== undefined && at !== ROOT;
      at = tree.rows.get(at)?.parent
    ) {
      if (moving.has(at)) return 'itself'
      depth += 1
    }
    return tallest > 0 && depth + tallest > DEEPEST ? 'deep' : null
  }
  const refuse = (folder: string) => {
    let answer = known.get(folder)
    if (answer === undefined) {
      answer = judge(folder)
      known.set(folder, answer)
    }
    return answer
  }
  return { moving, refuse }
}

/** How many folders lie under one another from a row down: 0 for a session, 1 for a folder without folders. */
function height(tree: Tree, id: string): number {
  if (tree.rows.get(id)?.kind !== 'folder') return 0
  let tallest = 0
  for (const child of tree.children.get(id) ?? []) tallest = Math.max(tallest, height(tree, child))
  return tallest + 1
}

/** The next place up or down for the keyboard: every gap at every level it can mean, and every folder. */
export function stepSpot(
  lines: readonly Line[],
  spot: Spot,
  step: 1 | -1,
  ordered: boolean,
  { moving, refuse }: Rules,
): Spot | null {
  const from = JSON.stringify(meaning(lines, spot, moving))
  let at: Spot | null = spot
  do at = ordered ? neighbour(lines, at, step) : nextFolder(lines, at, step)
  while (
    at &&
    // The gaps on both sides of what moves mean the same place.
    (refuse(folderOf(lines, at)) !== null || JSON.stringify(meaning(lines, at, moving)) === from)
  )
  return at
}

function meaning(lines: readonly Line[], spot: Spot, moving: ReadonlySet<string>) {
  return { ...targetOf(lines, spot, moving), whole: 'folder' in spot }
}

function neighbour(lines: readonly Line[], spot: Spot, step: 1 | -1): Spot | null {
  if ('folder' in spot) {
    const index = lines.findIndex(line => line.id === spot.folder)
    const line = lines[index]
    if (!line) return null
    if (step < 0) return { index, level: line.level }
    return { index: index + 1, level: highest(lines, index + 1) }
  }
  const { index, level } = spot
  if (step > 0) {
    if (level > (lines[index]?.level ?? 0)) return { index, level: level - 1 }
    const line = lines[index]
    if (!line) return null
    if (line.row.kind === 'folder') return { folder: line.id }
    return { index: index + 1, level: highest(lines, index + 1) }
  }
  if (level < highest(lines, index)) return { index, level: level + 1 }
  const line = lines[index - 1]
  if (!line) return null
  if (line.row.kind === 'folder') return { folder: line.id }
  return { index: index - 1, level: lines[index - 1]?.level ?? 0 }
}

/** The deepest level that a gap can mean. */
function highest(lines: readonly Line[], index: number): number {
  const above = lines[index - 1]
  if (!above) return 0
  return above.open && (lines[index]?.level ?? 0) > above.level ? above.level + 1 : above.level
}

function nextFolder(lines: readonly Line[], spot: Spot, step: 1 | -1): Spot | null {
  const folder = folderOf(lines, spot)
  for (let at = lines.findIndex(line => line.id === folder) + step; at < lines.length; at += step) {
    const line = lines[at]
    if (!line) return at === -1 && folder !== ROOT ? { folder: ROOT } : null
    if (line.row.kind === 'folder') return { folder: line.id }
  }
  return null
}

/** Where the keyboard's drag begins: where the first row that moves stands. */
export function spotOf(lines: readonly Line[], id: string, ordered: boolean): Spot {
  const index = lines.findIndex(line => line.id === id)
  const line = lines[index]
  if (!line) return { folder: ROOT }
  const parent = lines[indexOfParent(lines, index)]
  return ordered ? { index, level: line.level } : { folder: parent?.id ?? ROOT }
}
