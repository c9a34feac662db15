// Draws the links, and from afar the pictures as spots of their colour, on a canvas behind the pictures.
import type { Kind } from '@/shared/api/types'
import { COLUMN, GAP, HEIGHT, WIDTH } from './sizes'
import type { Line, Tree } from './tree'
import { levelOf, type Rect, type Size, seen, touches, type View } from './view'

export interface Inks {
  vary: string
  reference: string
  continue: string
  way: string
  spot: string
  focus: string
}

const KINDS: Kind[] = ['reference', 'continue', 'vary']
export const DASHES: Record<Kind, number[]> = { vary: [], reference: [7, 5], continue: [] }
export const WIDTHS: Record<Kind, number> = { vary: 1.75, reference: 1.75, continue: 3.5 }
const ROUND = 4
const DOWN = 48 // before a picture in a block: from the gap over its row down to it

/** Reads the colours of the theme from the page. */
export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element)
  const ink = (name: string) => style.getPropertyValue(name).trim()
  return {
    vary: ink('--accent'),
    reference: ink('--tint-blue'),
    continue: ink('--tint-green'),
    way: ink('--ink'),
    spot: ink('--line-strong'),
    focus: ink('--focus'),
  }
}

interface Drawn {
  tree: Tree
  view: View
  screen: Size
  density: number
  inks: Inks
  /** The colour of a picture. */
  colour: (id: string) => string | undefined
  current: string | null
  way: ReadonlySet<string>
}

export function draw(pen: CanvasRenderingContext2D, drawn: Drawn): void {
  const { tree, view, screen, density, inks, current } = drawn
  pen.setTransform(density, 0, 0, density, 0, 0)
  pen.clearRect(0, 0, screen.width, screen.height)
  const { x, y, scale } = view
  pen.setTransform(scale * density, 0, 0, scale * density, x * density, y * density)
  const part = seen(view, screen, 0)
  const level = levelOf(scale)
  const lines = linesIn(tree, part, level === 'far')
  for (const kind of KINDS) {
    const own = lines.filter(line => line.kind === kind)
    stroke(pen, own, inks[kind], level === 'far' ? 1 / scale : WIDTHS[kind], kind, level === 'far')
    if (level !== 'far') ends(pen, own, inks[kind])
  }
  const way = lines.filter(line => drawn.way.has(line.child) && isMain(drawn, line))
  for (const kind of KINDS) {
    const own = way.filter(line => line.kind === kind)
    stroke(pen, own, inks.way, Math.max(WIDTHS[kind], 2 / scale), kind, false, true)
    if (level !== 'far') ends(pen, own, inks.way)
  }
  for (const place of tree.layout.places.values()) {
    if (!touches(part, place.x, place.y, WIDTH, HEIGHT)) continue
    pen.fillStyle = drawn.colour(place.id) ?? inks.spot
    // Under the picture that comes there only its own square is coloured, a little smaller.
    if (level === 'far') pen.fillRect(place.x, place.y, WIDTH, HEIGHT)
    else pen.fillRect(place.x + ROUND, place.y + ROUND, WIDTH - 2 * ROUND, WIDTH - 2 * ROUND)
    if (level === 'far' && place.id === current) {
      pen.strokeStyle = inks.focus
      pen.lineWidth = 3 / scale
      pen.setLineDash([])
      const out = 4 / scale
      pen.strokeRect(place.x - out, place.y - out, WIDTH + 2 * out, HEIGHT + 2 * out)
    }
  }
}

/**
 * The links with an end in view; from afar, where each is thin and straight, those that only pass by too.
 * An end far out of view is brought nearer: a line of a hundred screens costs as much as a hundred lines.
 */
function linesIn(tree: Tree, part: Rect, passing: boolean): Line[] {
  const top = part.y - part.height
  const bottom = part.y + 2 * part.height
  const found: Line[] = []
  for (const line of tree.lines) {
    const { x1, y1, x2, y2 } = line
    if (!touches(part, x1, Math.min(y1, y2) - 8, x2 - x1, Math.abs(y2 - y1) + 16)) continue
    if (passing) {
      found.push(line)
      continue
    }
    const back = line.turn === null ? 40 : COLUMN + DOWN
    const isBegun = line.turn === null && touches(part, x1 - 40, y1 - 40, 80, 80)
    if (!isBegun && !touches(part, x2 - back, y2 - WIDTH, back + 40, 2 * WIDTH)) continue
    const within = (y: number) => Math.min(bottom, Math.max(top, y))
    found.push({ ...line, y1: within(y1), y2: within(y2) })
  }
  return found
}

function isMain({ tree: { links } }: Drawn, { parent, child }: Line): boolean {
  return links.main[links.number.get(child) ?? -1] === links.number.get(parent)
}

function stroke(
  pen: CanvasRenderingContext2D,
  lines: readonly Line[],
  ink: string,
  width: number,
  kind: Kind,
  straight: boolean,
  whole = false,
): void {
  if (!lines.length) return
  pen.beginPath()
  for (const { x1, y1, x2, y2, turn } of lines) {
    pen.moveTo(x1, y1)
    if (turn !== null && !straight) {
      const over = y2 - WIDTH / 2 - GAP / 2
      const own = x2 - DOWN - COLUMN
      // All that goes along a row to those before it is drawn with them.
      if (own > turn && !whole) pen.moveTo(own, over)
      else pen.bezierCurveTo(turn - 20, y1, turn - 20, over, turn, over)
      pen.lineTo(x2 - DOWN, over)
      pen.bezierCurveTo(x2 - 24, over, x2 - 32, y2, x2, y2)
      continue
    }
    const bend = x1 + Math.min((x2 - x1) / 2, 60)
    if (straight) pen.lineTo(x2, y2)
    else pen.bezierCurveTo(bend, y1, x2 - 60, y2, x2, y2)
  }
  pen.strokeStyle = ink
  pen.lineWidth = width
  pen.setLineDash(straight ? [] : DASHES[kind])
  pen.stroke()
}

/** The sign at the child's end: a dot for varied, a ring for a reference, an arrow for continued. */
function ends(pen: CanvasRenderingContext2D, lines: readonly Line[], ink: string): void {
  pen.fillStyle = ink
  pen.strokeStyle = ink
  pen.lineWidth = 2
  pen.setLineDash([])
  for (const { kind, x2, y2 } of lines) {
    pen.beginPath()
    if (kind === 'continue') {
      pen.moveTo(x2 - 1, y2)
      pen.lineTo(x2 - 13, y2 - 8)
      pen.lineTo(x2 - 13, y2 + 8)
      pen.fill()
    } else {
      pen.arc(x2 - 6, y2, 5, 0, 2 * Math.PI)
      if (kind === 'vary') pen.fill()
      else pen.stroke()
    }
  }
}
