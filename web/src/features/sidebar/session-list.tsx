// Sessions and folders as one tree of which only the rows in view are drawn.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useChangeSession } from '@/shared/api/acts'
import type { Sidebar } from '@/shared/api/types'
import { useGestures } from '@/shared/lib/gestures'
import { readKept, writeKept } from '@/shared/lib/kept'
import { toastProblem } from '@/shared/ui/toast'
import { useNow } from './now'
import { SidebarRow } from './row'
import styles from './sidebar.module.css'
import { nameOf } from './tree'
import { findName, Typeahead } from './typeahead'
import { useSessionTree } from './use-session-tree'
import { useWords } from './words'

const SCROLLED = 'sidebar.scrolled'

interface Props {
  sidebar: Sidebar | undefined
  activeId: string | null
  onOpen: (sessionId: string) => void
}

export function SessionList({ sidebar, activeId, onOpen }: Props) {
  const say = useWords()
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [typed] = useState(() => new Typeahead())
  const change = useChangeSession()
  const rowHeight = useRowHeight()

  const tree = useSessionTree({
    sidebar,
    activeId,
    onOpen,
    scrollTo: index => virtual.scrollToIndex(index),
  })
  const items = tree.getItems()
  // The same functions while nothing changed, or every frame would measure 20,000 rows anew.
  const estimateSize = useCallback(() => rowHeight, [rowHeight])
  const getItemKey = useCallback((index: number) => items[index]?.getId() ?? index, [items])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 8,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height measures all rows anew
  useLayoutEffect(() => virtual.measure(), [rowHeight])

  const filled = items.length > 0
  const restored = useRef(false)
  useLayoutEffect(() => {
    if (!filled || restored.current || !scroller.current) return
    restored.current = true
    scroller.current.scrollTop = readKept(SCROLLED, 0)
  }, [filled])

  const group = say('group')
  useGestures([
    { id: 'tree-move', words: say('move'), group, key: 'ArrowUp ArrowDown', placeOnly: true },
    { id: 'tree-unfold', words: say('unfold'), group, key: 'ArrowRight ArrowLeft', placeOnly: true },
    { id: 'tree-ends', words: say('ends'), group, key: 'Home End', placeOnly: true },
    { id: 'tree-rename', words: say('rename'), group, key: 'F2', placeOnly: true },
    { id: 'tree-type', words: say('type'), group, key: 'A…Z', placeOnly: true },
  ])

  const press = (event: KeyboardEvent) => {
    const focused = items.length > 0 ? tree.getFocusedItem() : undefined
    if (!focused || renaming !== null || event.ctrlKey || event.metaKey || event.altKey) return
    const row = focused.getItemData()
    if (event.key === 'F2' && row.kind === 'session') setRenaming(focused.getId())
    else if (event.key === 'Enter' || (event.key === ' ' && !typed.isOpen(event.timeStamp))) {
      if (row.kind === 'session') onOpen(focused.getId())
      else if (focused.isExpanded()) focused.collapse()
      else focused.expand()
    } else if (isLetter(event.key) && (!isGesture(event.key) || typed.isOpen(event.timeStamp))) {
      const names = items.map(item => nameOf(item.getItemData()))
      const from = items.findIndex(item => item.getId() === focused.getId())
      const found = items[findName(names, typed.add(event.key, event.timeStamp), from)]
      found?.setFocused()
      if (found) tree.updateDomFocus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const rename = (id: string, name: string | null) => {
    setRenaming(null)
    tree.updateDomFocus()
    if (name !== null) change.mutate({ id, name }, { onError: toastProblem })
  }
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={event => restored.current && keepScrolled(event.currentTarget.scrollTop)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role, tree, comes with the props */}
      <div
        {...tree.getContainerProps(say('tree'))}
        className={styles.tree}
        data-folders={(sidebar?.folders.length ?? 0) > 0 || undefined}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={press}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          return (
            item && (
              <SidebarRow
                key={key}
                item={item}
                row={item.getItemData()}
                top={start}
                now={now}
                active={item.getId() === activeId}
                renaming={item.getId() === renaming}
                pendingName={
                  change.isPending && change.variables.id === item.getId() ? change.variables.name : undefined
                }
                onStartRenaming={() => setRenaming(item.getId())}
                onRename={name => rename(item.getId(), name)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

let keeping: ReturnType<typeof setTimeout> | undefined

/** Remembers where the list stands, once it stands. */
function keepScrolled(top: number): void {
  clearTimeout(keeping)
  keeping = setTimeout(() => writeKept(SCROLLED, top), 200)
}

function isLetter(key: string): boolean {
  return [...key].length === 1 && /[\p{L}\p{N}\p{Emoji}]/u.test(key)
}

/** Letters that are gestures everywhere begin no search for a name. */
function isGesture(key: string): boolean {
  return key.toLowerCase() === 'n'
}

/** Rows are taller under a finger; the stylesheet knows. */
function useRowHeight(): number {
  const [height, setHeight] = useState(readRowHeight)
  useEffect(() => {
    const coarse = matchMedia('(pointer: coarse)')
    const read = () => setHeight(readRowHeight())
    coarse.addEventListener('change', read)
    return () => coarse.removeEventListener('change', read)
  }, [])
  return height
}

function readRowHeight(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 32
}
