// The sidebar's tree with everything around it: pins, filter, menu, drag and drop, and what is said of them.
import {
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Sidebar } from '@/shared/api/types'
import { useAsk } from '@/shared/lib/asks'
import { Boundary } from '@/shared/ui/boundary'
import { DragHint } from './drag-hint'
import { isFiltering } from './filter'
import { useNow } from './now'
import { Pins } from './pins'
import { sayDrag } from './say-drag'
import { NONE, reach } from './selection'
import sidebar from './sidebar.module.css'
import { pinnedRows } from './tree'
import { TreeHead } from './tree-head'
import { type ListHandle, TreeList } from './tree-list'
import styles from './tree-panel.module.css'
import { useActions } from './use-actions'
import { useCarry } from './use-carry'
import { useCursor } from './use-cursor'
import { useDrag } from './use-drag'
import { useFilter } from './use-filter'
import { useHands } from './use-hands'
import { useKeptScroll } from './use-kept-scroll'
import { useLines } from './use-lines'
import { useRowHeight } from './use-row-height'
import { useTreeGestures } from './use-tree-gestures'
import { useWords } from './words'

const FilterBar = lazy(() => import('./filter-bar'))
const RowMenu = lazy(() => import('./row-menu'))
const SelectionBar = lazy(() => import('./selection-bar'))

interface Props {
  data: Sidebar
  activeId: string | null
  onOpen: (sessionId: string) => void
}

export function TreePanel({ data, activeId, onOpen }: Props) {
  const say = useWords()
  const now = useNow()
  const rowHeight = useRowHeight()
  const scrollerRef = useRef<HTMLDivElement>(null)
  const listRef = useRef<ListHandle>(null)
  const scroller = useCallback(() => scrollerRef.current, [])
  const list = () => listRef.current?.element ?? null
  const show = (index: number) => listRef.current?.show(index)

  const filtering = useFilter()
  const filter = useDeferredValue(filtering.filter)
  const { tree, view, lines, fold, reveal } = useLines(data, filter, filtering, activeId)
  const pinned = useMemo(() => (isFiltering(filter) ? [] : pinnedRows(tree)), [tree, filter])
  // Names that fit best stand first: between them is no place of an order of one's own.
  const ordered = filtering.sort === 'manual' && filter.text.trim() === ''
  const [renaming, setRenaming] = useState<string | null>(null)
  const [picking, setPicking] = useState(false)
  const [touch, setTouch] = useState(() => matchMedia('(pointer: coarse)').matches)
  const cursor = useCursor({ lines, activeId, list, onShow: show, onFold: fold })
  const { selection, setSelection } = cursor
  const picked = useMemo(
    () => lines.filter(({ id }) => selection.ids.has(id)).map(({ id }) => id),
    [lines, selection.ids],
  )
  const renamed = lines.findIndex(({ id }) => id === renaming)
  useLayoutEffect(() => {
    if (renamed >= 0) listRef.current?.show(renamed)
  }, [renamed])
  const clear = () => {
    setPicking(false)
    setSelection(NONE)
  }

  const actions = useActions({
    tree,
    lines,
    onOpen,
    fold,
    onRename: id => {
      reveal(id)
      setRenaming(id)
      cursor.setFocused(id) // the name's field takes the focus itself
    },
    onPick: ids => {
      setPicking(true)
      setSelection({ ids: new Set(ids), anchor: ids[0] ?? null })
    },
  })
  const carrying = useCarry({
    tree,
    lines,
    ordered,
    fold,
    onMove: actions.move,
    onShow: show,
    onEnd: () => cursor.focus(cursor.focusedId),
  })
  const hands = useHands({
    tree,
    lines,
    cursor,
    carrying,
    picking,
    renaming,
    fold,
    reveal,
    run: actions.run,
    onOpen,
    onAdd: actions.newSession,
    onClear: clear,
    onFilter: filtering.open,
  })
  const { drag, props: dragProps } = useDrag({
    tree,
    lines,
    ordered,
    rowHeight,
    indent: 16,
    activeId,
    scroller,
    list,
    fold,
    take: id => {
      if (!selection.ids.has(id)) setSelection(NONE)
      return reach(selection, lines, id)
    },
    onMove: actions.move,
    onImages: actions.giveImages,
  })
  useAsk('reveal', ({ id }) => {
    if (!view.open || !lines.some(line => line.id === id)) filtering.close()
    reveal(id)
    cursor.focus(id)
  })
  const onScroll = useKeptScroll(scroller, lines.length > 0, !isFiltering(filter))
  useTreeGestures()

  const held = carrying.carry ? { ...carrying.carry, refusal: null, copy: false } : drag
  const moving = useMemo(() => new Set(held?.ids), [held?.ids])
  const refused = Boolean(held?.refusal)
  const spot = held?.spot ?? null
  const told = held ? sayDrag(say, held, lines, tree) : ''
  const several = picked.length > 1 || picking
  const { menu, setMenu, longPress } = hands
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: rows have the roles; this hears for all of them */}
      <div
        ref={scrollerRef}
        className={sidebar.scroller}
        onScroll={onScroll}
        onContextMenu={hands.contextMenu}
        {...longPress.props}
        onPointerDown={event => {
          setTouch(event.pointerType === 'touch')
          longPress.props.onPointerDown(event)
        }}
        {...dragProps}
      >
        {pinned.length > 0 && (
          <Pins
            rows={pinned}
            activeId={activeId}
            targetId={spot && 'folder' in spot ? spot.folder : null}
            refused={refused}
            draggable={!touch}
            onClick={hands.click}
            onKeyDown={(event, id) => hands.act(event, id) && event.preventDefault()}
          />
        )}
        <TreeHead filtering={filtering} onNewFolder={() => actions.newFolder(null)} />
        {filtering.shown && (
          <Boundary>
            <Suspense fallback={<div className={styles.bar} />}>
              <FilterBar
                filtering={filtering}
                found={view.hits?.size ?? 0}
                away={view.away}
                onLeave={() => cursor.focus(lines[0]?.id ?? cursor.focusedId)}
              />
            </Suspense>
          </Boundary>
        )}
        {lines.length === 0 && !isFiltering(filter) && <p className={sidebar.empty}>{say('empty')}</p>}
        <TreeList
          ref={listRef}
          scroller={scroller}
          lines={lines}
          rowHeight={rowHeight}
          now={now}
          text={filter.text}
          hits={view.hits}
          activeId={activeId}
          focusedId={cursor.focusedId}
          picked={several ? selection.ids : NONE.ids}
          moving={moving}
          spot={spot}
          refused={refused}
          draggable={!touch}
          renaming={renaming}
          onRename={(id, name) => {
            setRenaming(null)
            // Ended by a key the focus is back on the row; by going elsewhere it stays there.
            if (document.activeElement instanceof HTMLInputElement) cursor.focus(id)
            if (name !== null) actions.rename(id, name)
          }}
          onKeyDown={hands.press}
          onClick={hands.click}
          onDoubleClick={hands.doubleClick}
          onFocus={cursor.setFocused}
        />
      </div>
      <p className="visually-hidden" role="status">
        {told} {carrying.carry && say('carrying')}
      </p>
      {told && <DragHint words={told} refused={refused} carried={carrying.carry !== null} />}
      <Boundary>
        <Suspense fallback={null}>
          {several && !told && (
            <SelectionBar
              rows={hands.rowsOf(picked)}
              onRun={action => actions.run(action, picked)}
              onMenu={(x, y) => setMenu({ ids: picked, x, y, touch })}
              onClear={clear}
            />
          )}
          {menu && (
            <RowMenu
              {...menu}
              rows={hands.rowsOf(menu.ids)}
              onRun={action => {
                setMenu(null)
                cursor.focus(cursor.focusedId) // what opens now gives the focus back to the row
                actions.run(action, menu.ids)
              }}
              onClose={() => {
                setMenu(null)
                cursor.focus(cursor.focusedId)
              }}
            />
          )}
        </Suspense>
      </Boundary>
    </>
  )
}
