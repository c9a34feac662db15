// Choosing pictures of the grid: by click, key, finger and sweep; what is chosen may lie far out of view.
import { useMemo, useRef, useState } from 'react'
import type { HistoryImage } from '@/shared/api/history'
import { toast, toastProblem } from '@/shared/ui/toast'
import { type Chosen, NOTHING, reached, swept, toggled, without } from './chosen'
import { useWords } from './words'

export const MOST_CHOSEN = 10_000

interface Given {
  at: (index: number) => HistoryImage | undefined
  several: (from: number, to: number) => Promise<HistoryImage[]>
  total: number
}

export function useChoice({ at, several, total }: Given) {
  const t = useWords()
  const [chosen, setChosen] = useState<Chosen>(NOTHING)
  const before = useRef<{ chosen: Chosen; adds: boolean }>({ chosen: NOTHING, adds: false })
  const given = useRef({ at, several, total })
  given.current = { at, several, total }

  const acts = useMemo(() => {
    const reach = async (from: number, to: number) => {
      const [first, last] = [Math.min(from, to), Math.max(from, to)]
      if (last - first >= MOST_CHOSEN) {
        toast(t('tooMany', { count: MOST_CHOSEN }))
        return
      }
      const { at, several } = given.current
      const near: HistoryImage[] = []
      for (let index = first; index <= last; index += 1) {
        const item = at(index)
        if (!item) break
        near.push(item)
      }
      try {
        // What is known shows at once; only a reach over chunks that were never read waits.
        const items = near.length === last - first + 1 ? near : await several(first, last)
        setChosen(known =>
          reached(
            known,
            items.map(({ image }) => image.id),
            from,
          ),
        )
      } catch (thrown) {
        toastProblem(thrown)
      }
    }
    return {
      toggle: (index: number) => {
        const item = given.current.at(index)
        if (item) setChosen(known => toggled(known, item.image.id, index))
      },
      reach,
      all: () => reach(0, given.current.total - 1),
      clear: () => setChosen(known => (known.ids.size ? NOTHING : known)),
      drop: (gone: ReadonlySet<string>) => setChosen(known => without(known, gone)),
      beginSweep: (adds: boolean) =>
        setChosen(known => {
          before.current = { chosen: known, adds }
          return known
        }),
      sweep: (indexes: readonly number[]) => {
        const ids = indexes.flatMap(index => given.current.at(index)?.image.id ?? [])
        setChosen(swept(before.current.chosen, ids, before.current.adds))
      },
    }
  }, [t])
  return { chosen, ...acts }
}
