// What clicks, presses and fingers on rows mean: opening, folding, picking, renaming, the menu.
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { isApple } from '@/shared/lib/keys'
import { useRest } from '@/shared/lib/use-rest'
import { type ActionId, actionOfKey } from './actions'
import type { Line } from './lines'
import { NONE, pickOne, pickRange, reach, toggle } from './selection'
import type { Row, Tree } from './tree'
import { rowOf } from './tree-list'
import type { useCarry } from './use-carry'
import type { useCursor } from './use-cursor'

export interface Asked {
  ids: readonly string[]
  x: number
  y: number
  touch: boolean
}

interface Around {
  tree: Tree
  lines: readonly Line[]
  cursor: ReturnType<typeof useCursor>
  carrying: ReturnType<typeof useCarry>
  picking: boolean
  renaming: string | null
  fold: (ids: readonly string[], open: boolean) => void
  reveal: (id: string) => void
  run: (action: ActionId, ids: readonly string[]) => void
  onOpen: (sessionId: string) => void
  onAdd: (folderId: string) => void
  onClear: () => void
  onFilter: () => void
}

export function useHands(around: Around) {
  const { tree, lines, cursor, carrying, picking, renaming, fold, reveal, run, onOpen } = around
  const { selection, setSelection } = cursor
  const [menu, setMenu] = useState<Asked | null>(null)
  const rowsOf = (ids: readonly string[]): Row[] => ids.flatMap(id => tree.rows.get(id) ?? [])

  const openMenu = (id: string, x: number, y: number, touch: boolean) => {
    if (!selection.ids.has(id) && !picking) setSelection(NONE)
    cursor.setFocused(id)
    setMenu({ ids: reach(selection, lines, id), x, y, touch })
  }
  const longPress = useRest(({ target, x, y }) => {
    const id = (target as Element).closest<HTMLElement>('[data-id]')?.dataset.id
    if (id !== undefined && id !== renaming) openMenu(id, x, y, true)
  })
  const flip = (id: string) => fold([id], !lines.some(line => line.id === id && line.open))
  const openRow = (row: Row, pin: boolean) => {
    setSelection(pickOne(row.id))
    if (row.kind === 'session') onOpen(row.id)
    else if (!pin) flip(row.id)
    else {
      reveal(row.id)
      fold([row.id], true)
      cursor.focus(row.id)
    }
  }

  const click = (event: MouseEvent) => {
    const { id, part, element } = rowOf(event)
    const row = id === null ? undefined : tree.rows.get(id)
    if (!row || !element || event.button !== 0 || row.id === renaming) return
    const pin = element.dataset.pin !== undefined
    event.preventDefault()
    if (longPress.swallow()) return
    if (part === 'menu') {
      const box = (event.target as Element).closest('[data-part]')?.getBoundingClientRect()
      return openMenu(row.id, box?.left ?? event.clientX, box?.bottom ?? event.clientY, false)
    }
    if (part === 'add') return around.onAdd(row.id)
    if (part === 'fold') flip(row.id)
    else if (pin) return openRow(row, true)
    else if (event.shiftKey) {
      const anchor = selection.anchor ?? cursor.focusedId
      setSelection(pickRange({ ...selection, anchor }, lines, row.id, event.ctrlKey || event.metaKey))
    } else if (event.ctrlKey || event.metaKey || picking) setSelection(toggle(selection, row.id))
    else openRow(row, false)
    cursor.focus(row.id)
  }
  const doubleClick = (event: MouseEvent) => {
    const { id, part } = rowOf(event)
    if (id !== null && part === null && renaming === null && !picking) run('rename', [id])
  }
  const contextMenu = (event: MouseEvent) => {
    const { id } = rowOf(event)
    if (id === null || id === renaming) return
    event.preventDefault()
    const touch = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch'
    if (!touch) openMenu(id, event.clientX, event.clientY, false) // a resting finger has its own way here
  }

  /** Answers keys that act on a row, as its menu does. */
  const act = (event: KeyboardEvent, id: string): boolean => {
    const ids = reach(selection, lines, id)
    if ((event.shiftKey && event.key === 'F10') || event.key === 'ContextMenu') {
      const box = (event.target as Element).closest('[data-id]')?.getBoundingClientRect()
      openMenu(id, (box?.left ?? 0) + 24, box?.bottom ?? 0, false)
      return true
    }
    const action = actionOfKey(event.nativeEvent, rowsOf(ids))
    if (!action || (event.key.length === 1 && cursor.isTyping(event.timeStamp))) return false
    run(action, ids)
    return true
  }
  const press = (event: KeyboardEvent) => {
    const id = cursor.focusedId
    if (renaming !== null) return
    if (carrying.carry) return carrying.press(event)
    const mod = event.ctrlKey || (isApple && event.metaKey)
    if (mod && event.shiftKey && event.code === 'KeyD') {
      if (id !== null) carrying.start(reach(selection, lines, id))
    } else if (mod && !event.shiftKey && event.key.toLowerCase() === 'f') around.onFilter()
    else if (event.key === 'Escape' && picking) around.onClear()
    else if (id !== null && isPlainPress(event) && !(event.key === ' ' && cursor.isTyping(event.timeStamp))) {
      if (picking) setSelection(toggle(selection, id))
      else if (tree.rows.get(id)?.kind === 'session') onOpen(id)
      else flip(id)
    } else if (!(id !== null && act(event, id)) && !cursor.press(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return { menu, setMenu, rowsOf, click, doubleClick, contextMenu, act, press, longPress }
}

function isPlainPress({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && !shiftKey && !ctrlKey && !metaKey && !altKey
}
