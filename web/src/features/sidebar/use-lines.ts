// The sidebar's tree as lines: what is open is remembered, what a filter opens is not.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Sidebar } from '@/shared/api/types'
import { useKept } from '@/shared/lib/kept'
import { type Filter, isFiltering, type Sort } from './filter'
import { type Line, listLines } from './lines'
import { buildTree, foldersAbove, NOTHING, type Tree } from './tree'
import { arrange, type View } from './view'

export interface Lines {
  tree: Tree
  view: View
  lines: readonly Line[]
  isOpen: (folderId: string) => boolean
  fold: (folderIds: readonly string[], open: boolean) => void
  /** Opens every folder above a row. */
  reveal: (id: string) => void
}

export function useLines(
  sidebar: Sidebar | undefined,
  filter: Filter,
  { sort, turned }: { sort: Sort; turned: boolean },
  activeId: string | null,
): Lines {
  const tree = useMemo(() => (sidebar ? buildTree(sidebar) : NOTHING), [sidebar])
  const view = useMemo(() => arrange(tree, filter, sort, turned), [tree, filter, sort, turned])
  const [kept, setKept] = useKept<string[]>('sidebar.expanded', [])
  const filtering = isFiltering(filter)

  // While a filter holds, folding is for the moment and ends with the filter.
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter begins anew
  useEffect(() => setFolds(new Map()), [filter])

  const remembered = useMemo(() => new Set(kept), [kept])
  const isOpen = useCallback(
    (id: string) => (view.open ? (folds.get(id) ?? view.open.has(id)) : remembered.has(id)),
    [view.open, folds, remembered],
  )
  const lines = useMemo(() => {
    // A folder that was unfolded by hand shows all that is in it, one that a hit opened only the hits.
    const get = (id: string) => (folds.get(id) ? view.whole.get(id) : undefined) ?? view.children.get(id)
    return listLines(tree.rows, { get }, isOpen)
  }, [tree, view, folds, isOpen])

  const newest = useRef({ tree, kept, folds, filtering })
  newest.current = { tree, kept, folds, filtering }
  const fold = useCallback(
    (ids: readonly string[], open: boolean) => {
      const now = newest.current
      if (ids.length === 0) return
      if (now.filtering) {
        const folds = new Map(now.folds)
        for (const id of ids) folds.set(id, open)
        newest.current = { ...now, folds }
        setFolds(folds)
        return
      }
      const others = now.kept.filter(id => !ids.includes(id) && now.tree.rows.has(id))
      const kept = open ? [...others, ...ids] : others
      newest.current = { ...now, kept }
      setKept(kept)
    },
    [setKept],
  )
  const reveal = useCallback((id: string) => fold(foldersAbove(newest.current.tree, id), true), [fold])

  // A session that is opened from elsewhere is unfolded to, once.
  const revealed = useRef<string | null>(null)
  const loaded = sidebar !== undefined
  useEffect(() => {
    if (!loaded || revealed.current === activeId) return
    revealed.current = activeId
    if (activeId !== null && !newest.current.filtering) reveal(activeId)
  }, [activeId, loaded, reveal])
  return { tree, view, lines, isOpen, fold, reveal }
}
