// The rows of prompts: only those in view are drawn, and the next page is read before its end is reached.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { PromptLine } from '@/shared/api/prompts'
import { useNow } from '@/shared/lib/ago'
import { useBox } from '@/shared/lib/use-box'
import { useScroller } from '@/shared/ui/scroller'
import { Line } from './line'
import css from './prompts.module.css'

interface Props {
  sessionId: string
  lines: PromptLine[]
  comparing: boolean
  /** Whether there is a page to be read. */
  more: boolean
  onEnd: () => void
  onOpenImage: (imageId: string) => void
}

const HEIGHT = 112
const AHEAD = 15

export function List({ sessionId, lines, comparing, more, onEnd, onOpenImage }: Props) {
  const scroller = useScroller()
  const list = useRef<HTMLUListElement>(null)
  const { width, above } = useBox(list, scroller)
  const now = useNow()
  const [held, setHeld] = useState<string | null>(null)
  const heldAt = held === null ? -1 : lines.findIndex(({ id }) => id === held)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    getItemKey: useCallback((at: number) => lines[at]?.id ?? at, [lines]),
    estimateSize: () => HEIGHT,
    scrollMargin: above,
    scrollPaddingStart: 90,
    scrollPaddingEnd: 16,
    overscan: 4,
    enabled: width > 0,
    // The row with the focus stays on the page, or scrolling would lose the focus.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan)
      const to = Math.min(count - 1, endIndex + overscan)
      const shown = Array.from({ length: to - from + 1 }, (_, at) => from + at)
      if (heldAt < 0 || (heldAt >= from && heldAt <= to)) return shown
      return [...shown, heldAt].sort((one, other) => one - other)
    },
  })
  const rows = virtual.getVirtualItems()
  const last = rows.findLast(({ index }) => index !== heldAt)?.index ?? -1
  const near = more && last >= lines.length - AHEAD
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (near) end.current()
  }, [near])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width, or marked changes, alter every height
  useEffect(() => virtual.measure(), [width, comparing])

  const note = (event: FocusEvent) => {
    const at = indexOf(event.target)
    setHeld(lines[at]?.id ?? null)
  }
  const press = (event: KeyboardEvent) => {
    const act = (event.target as HTMLElement).dataset.act
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!act || !by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const to = indexOf(event.target) + by
    if (to < 0 || to >= lines.length) return
    event.preventDefault()
    const row = list.current?.querySelector(`[data-index="${to}"]`)
    const control = row?.querySelector<HTMLElement>(`[data-act="${act}"]:not(:disabled)`)
    ;(control ?? row?.querySelector<HTMLElement>('[data-act="use"]'))?.focus({ preventScroll: true })
    virtual.scrollToIndex(to, { align: 'auto' })
  }
  return (
    <ul
      ref={list}
      className={css.list}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={press}
      onFocus={note}
      onBlur={() => setHeld(null)}
    >
      {rows.map(row => {
        const line = lines[row.index]
        return (
          line && (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={css.row}
              style={{ transform: `translateY(${row.start - above}px)` }}
            >
              <Line {...{ sessionId, line, now, width, comparing, onOpenImage }} />
            </li>
          )
        )
      })}
    </ul>
  )
}

function indexOf(element: EventTarget): number {
  return Number((element as Element).closest('[data-index]')?.getAttribute('data-index') ?? -1)
}
