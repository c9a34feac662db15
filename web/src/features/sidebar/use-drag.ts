// Dragging rows with the mouse, and pictures from the gallery onto sessions.
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { drawDragImage } from './drag-image'
import { findSpot, folderOf, makeRules, type Refusal, type Rules, type Spot } from './drop'
import type { Line } from './lines'
import { ROOT, type Tree } from './tree'
import { useEdgeScroll } from './use-edge-scroll'

const ROWS = 'application/x-opencanva-rows'
export const IMAGES = 'application/x-opencanva-images'
const SPRING = 600

/** What hangs on the pointer (or on the keyboard) and where it would go. */
export interface Drag {
  /** The rows that move; null when pictures do. */
  ids: readonly string[] | null
  spot: Spot | null
  refusal: Refusal | 'folder' | 'here' | null
  /** Pictures are copied, not moved. */
  copy: boolean
}

export interface DroppedImages {
  ids: string[]
  session_id: string | null
}

interface Asked {
  tree: Tree
  lines: readonly Line[]
  ordered: boolean
  rowHeight: number
  indent: number
  activeId: string | null
  scroller: () => HTMLElement | null
  list: () => HTMLElement | null
  /** The rows that a drag from this row takes along. */
  take: (id: string) => string[]
  fold: (ids: readonly string[], open: boolean) => void
  onMove: (ids: readonly string[], spot: Spot) => void
  onImages: (images: DroppedImages, sessionId: string, copy: boolean) => void
}

export function useDrag(asked: Asked) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const now = useRef(asked)
  now.current = asked
  const held = useRef<{ ids: readonly string[]; rules: Rules } | null>(null)
  const last = useRef<Drag | null>(null)
  const spring = useRef<{ id: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const sprung = useRef<string[]>([])
  const pointer = useRef<{ x: number; y: number; target: EventTarget | null; copy: boolean } | null>(null)

  const show = (next: Drag | null) => {
    const before = last.current
    if (before && next && JSON.stringify(before) === JSON.stringify(next)) return
    last.current = next
    setDrag(next)
  }
  const wait = (id: string | null) => {
    if (spring.current?.id === id) return
    if (spring.current) clearTimeout(spring.current.timer)
    spring.current = null
    if (id === null) return
    const open = () => {
      sprung.current.push(id)
      now.current.fold([id], true)
    }
    spring.current = { id, timer: setTimeout(open, SPRING) }
  }

  const look = (): Drag | null => {
    const at = pointer.current
    const list = now.current.list()
    if (!at || !list) return null
    const { lines, tree, rowHeight, indent, ordered, activeId } = now.current
    const box = list.getBoundingClientRect()
    const pin = pinOf(at.target)
    const over = pin ?? lines[Math.floor((at.y - box.top) / rowHeight)]?.id ?? null
    const row = over === null ? undefined : tree.rows.get(over)
    const folded = row?.kind === 'folder' && pin === null && !isOpen(lines, row.id)
    const rows = held.current
    if (!rows) {
      wait(folded ? (over as string) : null)
      const here = over === activeId && row?.kind === 'session'
      const spot = row ? { folder: row.id } : null
      return {
        ids: null,
        spot,
        copy: at.copy,
        refusal: row?.kind !== 'session' ? 'folder' : here ? 'here' : null,
      }
    }
    const y = Math.max(0, (at.y - box.top) / rowHeight)
    const spot: Spot | null = pin
      ? row?.kind === 'folder'
        ? { folder: pin }
        : null
      : findSpot(lines, { y, x: (at.x - box.left - 16) / indent }, ordered)
    // Over what moves itself nothing is shown as possible, whatever lies around it.
    const inside = row ? rows.rules.refuse(row.kind === 'folder' ? row.id : row.parent) === 'itself' : false
    const refusal = spot && (inside ? 'itself' : rows.rules.refuse(folderOf(lines, spot)))
    wait(folded && spot && 'folder' in spot && !refusal ? (over as string) : null)
    return { ids: rows.ids, spot, refusal, copy: false }
  }

  const scroll = useEdgeScroll(asked.scroller, () => pointer.current && show(look()))
  const scrolling = useRef(scroll)
  scrolling.current = scroll
  const end = (dropped: Spot | null) => {
    wait(null)
    scroll.stop()
    // Folders that sprang open close again, save those that something was dropped into.
    const into = dropped ? folderOf(now.current.lines, dropped) : ROOT
    const keep = new Set<string>()
    for (let at: string | undefined = into; at; at = now.current.tree.rows.get(at)?.parent) keep.add(at)
    const closing = sprung.current.filter(
      id => !keep.has(id) || (dropped && 'folder' in dropped && id === into),
    )
    if (closing.length > 0) now.current.fold(closing, false)
    sprung.current = []
    held.current = null
    pointer.current = null
    show(null)
  }
  const ending = useRef(end)
  ending.current = end
  // A row that went away while it was dragged tells no end; the next move of a free pointer does.
  const dragging = drag !== null
  useEffect(() => {
    if (!dragging) return
    const over = () => ending.current(null)
    const past = (event: globalThis.DragEvent) => pointer.current || scrolling.current.past(event)
    addEventListener('dragover', past)
    addEventListener('dragend', over)
    addEventListener('drop', over)
    addEventListener('mousemove', over)
    return () => {
      removeEventListener('dragover', past)
      removeEventListener('dragend', over)
      removeEventListener('drop', over)
      removeEventListener('mousemove', over)
    }
  }, [dragging])

  const hover = (event: DragEvent) => {
    if (!held.current && !event.dataTransfer.types.includes(IMAGES)) return
    const copy = !held.current && (event.altKey || event.ctrlKey)
    pointer.current = { x: event.clientX, y: event.clientY, target: event.target, copy }
    const next = look()
    show(next)
    scroll.at(event.clientY)
    if (!next?.spot || next.refusal) {
      event.dataTransfer.dropEffect = 'none'
      return
    }
    event.preventDefault()
    event.dataTransfer.dropEffect = copy ? 'copy' : 'move'
  }
  const props = {
    onDragStart: (event: DragEvent) => {
      const id = idOf(event.target)
      if (id === null) return
      const ids = now.current.take(id)
      held.current = { ids, rules: makeRules(now.current.tree, ids) }
      event.dataTransfer.clearData() // a link would bring its address along
      event.dataTransfer.setData(ROWS, JSON.stringify(ids))
      event.dataTransfer.effectAllowed = 'move'
      drawDragImage(event.dataTransfer, now.current.tree.rows.get(id)?.name ?? '', ids.length)
      // The page may change only after the browser took its picture of what is dragged.
      const first: Drag = { ids, spot: null, refusal: null, copy: false }
      setTimeout(() => held.current && show(first))
    },
    onDragEnter: hover,
    onDragOver: hover,
    onDragLeave: (event: DragEvent) => {
      if (event.currentTarget.contains(event.relatedTarget as Node | null)) return
      if (!held.current) return end(null) // of pictures no more may be heard
      wait(null)
      pointer.current = null
      scroll.past(event)
      show({ ids: held.current.ids, spot: null, refusal: null, copy: false })
    },
    onDrop: (event: DragEvent) => {
      const done = last.current
      const rows = held.current
      if (!done?.spot || done.refusal) return
      event.preventDefault()
      const { onMove, onImages } = now.current
      if (rows) onMove(rows.ids, done.spot)
      else if ('folder' in done.spot) {
        const images = readImages(event.dataTransfer.getData(IMAGES))
        if (images) onImages(images, done.spot.folder, done.copy)
      }
      end(done.spot)
    },
    onDragEnd: () => end(null),
  }
  return { drag, props }
}

function idOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null) : null
}

function pinOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-pin]')?.dataset.id ?? null) : null
}

function isOpen(lines: readonly Line[], id: string): boolean {
  return lines.find(line => line.id === id)?.open ?? false
}

function readImages(data: string): DroppedImages | null {
  try {
    const { ids, session_id } = JSON.parse(data) as DroppedImages
    return Array.isArray(ids) && ids.length > 0 ? { ids, session_id } : null
  } catch {
    return null
  }
}
