// Sessions and folders as one tree of which only the rows in view are drawn.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { Spot } from './drop'
import { DropLine } from './drop-line'
import { indexOfLine, type Line } from './lines'
import { SidebarRow } from './row'
import { ROOT } from './tree'
import styles from './tree-list.module.css'
import { useMargin } from './use-margin'
import { useWords } from './words'

const FOOT = 112 // pixels

export interface ListHandle {
  element: HTMLElement | null
  show: (index: number) => void
}

interface Props {
  ref: Ref<ListHandle>
  scroller: () => HTMLElement | null
  lines: readonly Line[]
  rowHeight: number
  now: number
  text: string
  /** The rows that a filter found; null while there is none. */
  hits: ReadonlySet<string> | null
  activeId: string | null
  focusedId: string | null
  picked: ReadonlySet<string>
  moving: ReadonlySet<string>
  spot: Spot | null
  refused: boolean
  draggable: boolean
  renaming: string | null
  onRename: (id: string, name: string | null) => void
  onKeyDown: (event: KeyboardEvent) => void
  onClick: (event: MouseEvent) => void
  onDoubleClick: (event: MouseEvent) => void
  onFocus: (id: string) => void
}

export function TreeList({ ref, scroller, lines, rowHeight, spot, refused, ...rest }: Props) {
  const say = useWords()
  const list = useRef<HTMLDivElement>(null)
  const margin = useMargin(list, scroller)

  // The same functions while nothing changed, or every frame would measure 20,000 rows anew.
  const estimateSize = useCallback(() => rowHeight, [rowHeight])
  const getItemKey = useCallback((index: number) => lines[index]?.id ?? index, [lines])
  // What has the focus or is dragged stays drawn out of sight too, or the browser would forget it.
  const moved = rest.moving.values().next().value
  const kept = useMemo(
    () => [rest.focusedId, moved ?? null].map(id => indexOfLine(lines, id)).filter(index => index >= 0),
    [lines, rest.focusedId, moved],
  )
  const foot = rest.moving.size > 0 ? FOOT : 0
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: scroller,
    estimateSize,
    getItemKey,
    scrollMargin: margin,
    overscan: 8,
    // What is said while rows move lies over the foot of the list: there is room to bring the last ones up.
    paddingEnd: foot,
    scrollPaddingEnd: foot,
    rangeExtractor: range => [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height measures all rows anew
  useLayoutEffect(() => virtual.measure(), [rowHeight])
  useImperativeHandle(ref, () => ({
    get element() {
      return list.current
    },
    show: index => virtual.scrollToIndex(index),
  }))

  const isHit = (id: string) => rest.hits?.has(id) ?? true
  const exact = spot && 'folder' in spot ? spot.folder : null
  return (
    <div
      ref={list}
      role="tree"
      aria-label={say('tree')}
      aria-multiselectable
      tabIndex={lines.length === 0 ? 0 : -1}
      className={styles.tree}
      data-root={(exact === ROOT && !refused) || undefined}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={rest.onKeyDown}
      onClick={rest.onClick}
      onDoubleClick={rest.onDoubleClick}
      onFocus={event => {
        const id = event.target.dataset.id
        if (id !== undefined) rest.onFocus(id)
      }}
    >
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const line = lines[index]
        if (!line) return null
        const { id } = line
        return (
          <SidebarRow
            key={key}
            line={line}
            top={start - margin}
            now={rest.now}
            text={isHit(id) ? rest.text : ''}
            dim={!isHit(id)}
            active={id === rest.activeId}
            selected={rest.picked.has(id)}
            focused={id === rest.focusedId}
            moving={rest.moving.has(id)}
            target={id === exact ? (refused ? 'never' : 'into') : undefined}
            draggable={rest.draggable}
            onRename={id === rest.renaming ? name => rest.onRename(id, name) : null}
          />
        )
      })}
      <DropLine spot={spot} refused={refused} rowHeight={rowHeight} />
    </div>
  )
}

/** The row that an event happened on, and which part of it. */
export function rowOf(event: MouseEvent | PointerEvent | KeyboardEvent): {
  id: string | null
  part: string | null
  element: HTMLElement | null
} {
  const target = event.target as Element
  const element = target.closest<HTMLElement>('[data-id]')
  const part = target.closest<HTMLElement>('[data-part]')?.dataset.part ?? null
  return { id: element?.dataset.id ?? null, part, element }
}
