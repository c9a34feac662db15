// Where the plane of a lineage is looked at: pure arithmetic of moving and zooming.

export interface View {
  /** Where the plane's corner lies on the screen, in pixels. */
  x: number
  y: number
  scale: number
}

export interface Size {
  width: number
  height: number
}

export interface Rect extends Size {
  x: number
  y: number
}

export const MOST = 2
const LEAST = 0.25 // or less, where the whole does not fit otherwise
const EDGE = 24
const STAYS = 96 // pixels of the plane that never leave the screen

/** The smallest scale: a little less than the one that shows everything. */
export function leastScale(plane: Size, screen: Size): number {
  return Math.min(LEAST, wholeScale(plane, screen) * 0.8)
}

function wholeScale(plane: Size, screen: Size): number {
  const across = (screen.width - 2 * EDGE) / Math.max(1, plane.width)
  const down = (screen.height - 2 * EDGE) / Math.max(1, plane.height)
  return Math.max(0.005, Math.min(across, down))
}

/** All of the plane in the middle of the screen, never larger than it is. */
export function fitted(plane: Size, screen: Size): View {
  return around({ x: 0, y: 0, ...plane }, screen, Math.min(1, wholeScale(plane, screen)))
}

/** This part of the plane in the middle of the screen. */
export function around(part: Rect, screen: Size, scale: number): View {
  return {
    x: (screen.width - part.width * scale) / 2 - part.x * scale,
    y: (screen.height - part.height * scale) / 2 - part.y * scale,
    scale,
  }
}

/** Zooms so that what lies under `at` stays there. */
export function zoomAt(view: View, factor: number, at: { x: number; y: number }, least: number): View {
  const scale = Math.min(MOST, Math.max(least, view.scale * factor))
  const by = scale / view.scale
  return { x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, scale }
}

export function movedBy(view: View, x: number, y: number): View {
  return { ...view, x: view.x + x, y: view.y + y }
}

/** The nearest view from which something of the plane is seen. */
export function keptNear(view: View, plane: Size, screen: Size): View {
  const within = (at: number, length: number, room: number) => {
    const stays = Math.min(STAYS, length, room)
    return Math.min(room - stays, Math.max(stays - length, at))
  }
  return {
    x: within(view.x, plane.width * view.scale, screen.width),
    y: within(view.y, plane.height * view.scale, screen.height),
    scale: view.scale,
  }
}

/** The nearest view in which this part is seen whole, or from its corner where it is too large. */
export function revealed(view: View, part: Rect, screen: Size): View {
  const into = (from: number, length: number, room: number) => {
    const edge = Math.max(0, Math.min(EDGE, (room - length) / 2))
    if (from + length > room - edge) return Math.max(edge, room - edge - length) - from
    return from < edge ? edge - from : 0
  }
  const { scale } = view
  const x = into(part.x * scale + view.x, part.width * scale, screen.width)
  const y = into(part.y * scale + view.y, part.height * scale, screen.height)
  return x || y ? movedBy(view, x, y) : view
}

/** What is seen of the plane, with so much more around it, in parts of the screen. */
export function seen(view: View, screen: Size, more: number): Rect {
  return {
    x: (-view.x - screen.width * more) / view.scale,
    y: (-view.y - screen.height * more) / view.scale,
    width: (screen.width * (1 + 2 * more)) / view.scale,
    height: (screen.height * (1 + 2 * more)) / view.scale,
  }
}

export function touches(one: Rect, x: number, y: number, width: number, height: number): boolean {
  return x < one.x + one.width && x + width > one.x && y < one.y + one.height && y + height > one.y
}

/** How much is drawn of a picture: with its prompt, the picture alone, or a spot of its colour. */
export type Level = 'near' | 'middle' | 'far'

export function levelOf(scale: number): Level {
  return scale >= 0.75 ? 'near' : scale >= 0.3 ? 'middle' : 'far'
}
