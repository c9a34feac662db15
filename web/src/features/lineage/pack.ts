// Boxes set into rows in their order, small ones under each other: a plane about as wide as a screen.

export interface Box {
  width: number
  height: number
}

export interface Corner {
  x: number
  y: number
}

const BETWEEN = 64
const WIDE = 1.8 // a screen's width to its height

/** The upper left corner of every box; none touch. What comes last changes the places of the others seldom. */
export function pack(boxes: readonly Box[]): Corner[] {
  const limit = limitOf(boxes)
  let row = { y: 0, height: 0, right: 0 }
  let stack = { x: 0, width: 0, bottom: 0 }
  return boxes.map(({ width, height }) => {
    const fits = stack.bottom > 0 && width <= stack.width
    if (fits && stack.bottom + BETWEEN + height <= row.height) {
      const corner = { x: stack.x, y: row.y + stack.bottom + BETWEEN }
      stack.bottom += BETWEEN + height
      return corner
    }
    if (row.right > 0 && row.right + BETWEEN + width > limit) {
      row = { y: row.y + row.height + BETWEEN, height: 0, right: 0 }
    }
    const x = row.right > 0 ? row.right + BETWEEN : 0
    row = { y: row.y, height: Math.max(row.height, height), right: x + width }
    stack = { x, width, bottom: height }
    return { x, y: row.y }
  })
}

/** How wide the plane may be; it grows in steps, so that one more box seldom moves the others. */
function limitOf(boxes: readonly Box[]): number {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + BETWEEN) * (height + BETWEEN), 0)
  const steps = Math.ceil(Math.log2(Math.sqrt(area * WIDE) || 1))
  return Math.max(2 ** steps, ...boxes.map(({ width }) => width))
}
