// The keys of a lineage: those of every picture, for the current one, and those of looking around.
import { type Gesture, useGestures } from '@/shared/lib/gestures'
import { useJudgeGestures } from '@/shared/ui/judge-bar'
import type { Acts } from './use-acts'
import { useWords } from './words'

interface Given {
  current: string | null
  acts: Acts
  /** Whether the focus is in the lineage. */
  isHere: () => boolean
  zoom: (factor: number) => void
  fit: () => void
}

export function useKeys({ current, acts, isHere, zoom, fit }: Given): void {
  const t = useWords()
  const image = current === null ? null : acts.living(current)
  const told = { group: t('group'), placeOnly: true }
  const here = { ...told, when: isHere }
  const onOne = { ...told, when: () => image !== null && isHere() }
  const id = current ?? ''
  const own: Gesture[] = [
    { ...told, id: 'lineage.walk', words: t('walkKey'), key: 'ArrowRight' },
    { ...told, id: 'lineage.home', words: t('homeKey'), key: 'Home' },
    { ...told, id: 'lineage.end', words: t('endKey'), key: 'End' },
    { ...told, id: 'lineage.open', words: t('openKey'), key: 'Enter' },
    { ...told, id: 'lineage.fold', words: t('foldKey'), key: 'Space' },
    { ...told, id: 'lineage.menu', words: t('menuKey'), key: 'Shift+F10' },
    { ...here, id: 'lineage.in', words: t('zoomIn'), key: '+ =', run: () => zoom(1.4) },
    { ...here, id: 'lineage.out', words: t('zoomOut'), key: '-', run: () => zoom(1 / 1.4) },
    { ...here, id: 'lineage.fit', words: t('fit'), key: 'Z', run: fit },
    { ...onOne, id: 'lineage.vary', words: t('vary'), key: 'V', run: () => acts.grow(id, 'vary') },
    { ...onOne, id: 'lineage.refer', words: t('refer'), key: 'R', run: () => acts.refer(id) },
    { ...onOne, id: 'lineage.compare', words: t('compare'), key: 'C', run: () => acts.compare(id) },
    { ...onOne, id: 'lineage.trash', words: t('trash'), key: 'Delete Backspace', run: () => acts.trash(id) },
  ]
  useGestures([...own, ...useJudgeGestures('lineage', image, isHere)])
}
