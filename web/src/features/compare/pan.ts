// Where all compared pictures are looked at: one zoom and one place for all, in parts of a pane.

export interface View {
  /** 1 is fitted. */
  scale: number
  /** How far the middle is moved, in widths and heights of a pane. */
  x: number
  y: number
}

export const FITTED: View = { scale: 1, x: 0, y: 0 }
export const MOST = 16

/** Zooms so that what lies under `at` (from the middle of the pane, -0.5 to 0.5) stays there. */
export function zoomAt(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = Math.min(MOST, Math.max(1, view.scale * factor))
  const by = scale / view.scale
  return inside({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by })
}

/** Moves by parts of a pane. */
export function moveBy(view: View, x: number, y: number): View {
  return inside({ ...view, x: view.x + x, y: view.y + y })
}

/** A picture never leaves its pane. */
function inside({ scale, x, y }: View): View {
  const most = (scale - 1) / 2
  const within = (value: number) => Math.min(most, Math.max(-most, value)) + 0
  return { scale, x: within(x), y: within(y) }
}

export function transformOf({ scale, x, y }: View): string {
  return `translate(${100 * x}%, ${100 * y}%) scale(${scale})`
}
