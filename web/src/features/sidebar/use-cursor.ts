// The tree's cursor: which row has the focus, which are picked, and the keys that move both.
import { type KeyboardEvent, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { indexOfLine, indexOfParent, type Line } from './lines'
import { keepShown, NONE, pickAll, pickRange, type Selection, toggle } from './selection'
import { findName, Typeahead } from './typeahead'

const PAGE = 10

interface Asked {
  lines: readonly Line[]
  activeId: string | null
  list: () => HTMLElement | null
  onShow: (index: number) => void
  onFold: (ids: readonly string[], open: boolean) => void
}

export function useCursor({ lines, activeId, list, onShow, onFold }: Asked) {
  const [wanted, setWanted] = useState<string | null>(null)
  const [picked, setSelection] = useState<Selection>(NONE)
  const [typed] = useState(() => new Typeahead())
  const selection = keepShown(picked, lines)
  // Where the focused row went away, the one that took its place has the focus.
  const before = useRef(-1)
  const stood = wanted === null ? -1 : Math.min(before.current, lines.length - 1)
  const found = indexOfLine(lines, wanted)
  const at = firstOf(found, stood, indexOfLine(lines, activeId), 0)
  const focusedId = lines[at]?.id ?? null

  // The row may only be drawn after folders opened and the list has scrolled to it: each drawing looks again.
  const going = useRef<string | null>(null)
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (going.current === null) return
    const index = indexOfLine(lines, going.current)
    if (index >= 0 && shown.current !== going.current) {
      shown.current = going.current
      onShow(index)
    }
    const row = list()?.querySelector<HTMLElement>(`[data-id="${CSS.escape(going.current)}"]`)
    if (!row) return
    going.current = null
    row.focus({ preventScroll: true })
  })
  useLayoutEffect(() => {
    if (found >= 0) before.current = found
    else if (stood >= 0 && focusedId !== null && going.current === null) {
      setWanted(focusedId)
      if (document.activeElement === document.body) going.current = focusedId
    }
  }, [found, stood, focusedId])
  const [, draw] = useReducer((times: number) => times + 1, 0)
  /** Says which row has the focus, without taking it there. */
  const setFocused = (id: string | null) => {
    setWanted(id)
    going.current = null
  }
  const focus = (id: string | null) => {
    setWanted(id)
    going.current = id
    shown.current = null
    draw()
  }
  const go = (index: number, ranging: boolean) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (!line) return
    if (ranging) {
      const anchor = selection.ids.size > 1 ? selection.anchor : focusedId
      setSelection(pickRange({ ids: selection.ids, anchor }, lines, line.id))
    } else if (selection.ids.size < 2) setSelection(NONE)
    focus(line.id)
  }

  /** Whether the press moved the cursor or the selection. */
  const press = (event: KeyboardEvent): boolean => {
    const line = lines[at]
    const mod = event.ctrlKey || event.metaKey
    if (!line || event.altKey) return false
    if (mod) {
      if (event.key === ' ') setSelection(toggle(selection, line.id))
      else if (event.key.toLowerCase() === 'a' && !event.shiftKey) setSelection(pickAll(lines))
      else return false
      return true
    }
    const step = steps[event.key]
    if (step) go(step(at, lines.length), event.shiftKey)
    else if (event.key === 'ArrowRight') {
      if (line.row.kind === 'folder' && !line.open) onFold([line.id], true)
      else if (line.open && (lines[at + 1]?.level ?? 0) > line.level) go(at + 1, false)
    } else if (event.key === 'ArrowLeft') {
      const parent = indexOfParent(lines, at)
      if (line.open) onFold([line.id], false)
      else if (parent >= 0) go(parent, false)
    } else if (event.key === 'Escape' && selection.ids.size > 0) setSelection(NONE)
    else if (isLetter(event.key) && (!isGesture(event.key) || typed.isOpen(event.timeStamp))) {
      const names = lines.map(({ row }) => row.name)
      const named = findName(names, typed.add(event.key, event.timeStamp), at)
      if (named >= 0) go(named, false)
    } else return false
    return true
  }
  const isTyping = (at: number) => typed.isOpen(at)
  return { at, focusedId, focus, setFocused, selection, setSelection, press, isTyping }
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: at => at + 1,
  ArrowUp: at => at - 1,
  PageDown: at => at + PAGE,
  PageUp: at => at - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
}

function firstOf(...places: number[]): number {
  return places.find(place => place >= 0) ?? 0
}

function isLetter(key: string): boolean {
  return [...key].length === 1 && /[\p{L}\p{N}\p{Emoji}]/u.test(key)
}

/** Letters that are gestures begin no search for a name. */
function isGesture(key: string): boolean {
  return /^[nm]$/i.test(key)
}
