// The keys of the viewer.
import type { RefObject } from 'react'
import type { Image } from '@/shared/api/types'
import { type Gesture, useGestures } from '@/shared/lib/gestures'
import type { Shown } from '@/shared/lib/pictures'
import { useReuseGestures } from '@/shared/lib/reuse-gestures'
import { useJudgeGestures } from '@/shared/ui/judge-bar'
import type { Growing } from './grow'
import type { Zoom } from './stage'
import { useWords } from './words'

interface Hands {
  shown: Shown | undefined
  /** The picture in view, made or brought. */
  image: Image | null
  before: Shown | null
  after: Shown | null
  zoom: RefObject<Zoom | null>
  growing: Growing
  isInFront: () => boolean
  onOpenImage: (imageId: string) => void
  onCompare: (() => void) | null
  onFullScreen: () => void
  onFacts: () => void
  onTrash: () => void
  /** Called once the composer takes what was asked for the picture. */
  onUsed: () => void
}

export function useViewerGestures({ shown, image, before, after, zoom, growing, ...hands }: Hands): void {
  const t = useWords()
  const { isInFront, onOpenImage, onCompare } = hands
  const here = { group: t('viewer'), placeOnly: true, when: isInFront }
  const own: Gesture[] = [
    {
      ...here,
      id: 'viewer.before',
      words: t('before'),
      key: 'ArrowLeft',
      when: () => before !== null && isInFront(),
      run: () => before && onOpenImage(before.image.id),
    },
    {
      ...here,
      id: 'viewer.after',
      words: t('after'),
      key: 'ArrowRight',
      when: () => after !== null && isInFront(),
      run: () => after && onOpenImage(after.image.id),
    },
    { ...here, id: 'viewer.in', words: t('zoomIn'), key: '+ =', run: () => zoom.current?.in() },
    { ...here, id: 'viewer.out', words: t('zoomOut'), key: '-', run: () => zoom.current?.out() },
    { ...here, id: 'viewer.toggle', words: t('toggle'), key: 'Z', run: () => zoom.current?.toggle() },
    { ...here, id: 'viewer.full', words: t('fullScreen'), key: 'F', run: hands.onFullScreen },
    { ...here, id: 'viewer.facts', words: t('facts'), key: 'I', run: hands.onFacts },
    {
      ...here,
      id: 'viewer.vary',
      words: t('vary'),
      key: 'V',
      when: () => shown !== undefined && isInFront(),
      run: () => shown && growing.grow(shown.image.id, 'vary'),
    },
    {
      ...here,
      id: 'viewer.refer',
      words: t('refer'),
      key: 'R',
      run: () => image && growing.refer(image.id),
    },
    {
      ...here,
      id: 'viewer.compare',
      words: t('compareHint'),
      key: 'C',
      when: () => onCompare !== null && isInFront(),
      run: () => onCompare?.(),
    },
    {
      ...here,
      id: 'viewer.trash',
      words: t('trash'),
      key: 'Delete Backspace',
      when: () => shown !== undefined && isInFront(),
      run: hands.onTrash,
    },
  ]
  const reuse = useReuseGestures({
    id: 'viewer',
    reused: () => (shown && isInFront() ? { kind: 'image', id: shown.image.id } : null),
    onTaken: hands.onUsed,
  })
  useGestures([...own, ...reuse, ...useJudgeGestures('viewer', shown?.image ?? null, isInFront)])
}
