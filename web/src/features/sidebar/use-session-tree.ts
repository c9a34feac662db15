// The sidebar's tree as headless-tree sees it: expansion is remembered, a change of shape rebuilds it.
import {
  hotkeysCoreFeature,
  propMemoizationFeature,
  syncDataLoaderFeature,
  type TreeInstance,
} from '@headless-tree/core'
import { useTree } from '@headless-tree/react'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Sidebar } from '@/shared/api/types'
import { useKept } from '@/shared/lib/kept'
import { buildTree, foldersAbove, isSameShape, nameOf, ROOT, type Row, type Tree } from './tree'

const NOTHING: Tree = { rows: new Map(), children: new Map() }
const GONE: Row = {
  kind: 'folder',
  folder: { id: ROOT, parent_id: null, order: '', name: '', version: 0 },
  count: 0,
  marks: { working: 0, unseen: 0, failed: 0 },
}

interface Asked {
  sidebar: Sidebar | undefined
  activeId: string | null
  onOpen: (sessionId: string) => void
  scrollTo: (index: number) => void
}

export function useSessionTree({ sidebar, activeId, onOpen, scrollTo }: Asked): TreeInstance<Row> {
  const built = useMemo(() => (sidebar ? buildTree(sidebar) : NOTHING), [sidebar])
  const [expanded, setExpanded] = useKept<string[]>('sidebar.expanded', [])
  const now = useRef(built)
  now.current = built

  const tree = useTree<Row>({
    rootItemId: ROOT,
    getItemName: item => nameOf(item.getItemData()),
    isItemFolder: item => item.getItemData().kind === 'folder',
    dataLoader: {
      // A row that just went away is asked for once more before the tree is rebuilt.
      getItem: id => now.current.rows.get(id) ?? GONE,
      getChildren: id => (now.current.children.get(id) ?? []) as string[],
    },
    onPrimaryAction: item => {
      if (item.getItemData().kind === 'session') onOpen(item.getId())
    },
    scrollToItem: item => scrollTo(item.getItemMeta().index),
    state: { expandedItems: expanded },
    setExpandedItems: next => setExpanded(typeof next === 'function' ? next(expanded) : next),
    features: [syncDataLoaderFeature, hotkeysCoreFeature, propMemoizationFeature],
  })

  const shown = useRef(NOTHING)
  useLayoutEffect(() => {
    if (!isSameShape(shown.current, built)) tree.rebuildTree()
    shown.current = built
  }, [built, tree])

  // A session that is opened from elsewhere is unfolded to, once.
  const revealed = useRef<string | null>(null)
  const loaded = sidebar !== undefined
  useEffect(() => {
    if (!loaded || revealed.current === activeId) return
    revealed.current = activeId
    if (activeId === null) return
    const folded = foldersAbove(now.current, activeId).filter(id => !expanded.includes(id))
    if (folded.length > 0) setExpanded([...expanded, ...folded])
  }, [activeId, loaded, expanded, setExpanded])
  return tree
}
