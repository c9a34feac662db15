// The keys of pictures: judging, tags, download, compare, iterating, the trash; one list for grid and timeline.
import { type Judgement, useJudge } from '@/shared/api/judging'
import type { Image } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import { type Gesture, useGestures } from '@/shared/lib/gestures'
import { useReuseGestures } from '@/shared/lib/reuse-gestures'
import { useWords } from './words'

interface Given {
  sessionId: string
  /** The pictures that a key is for now; none while the focus is elsewhere. */
  images: () => Image[]
  /** Whether the focus is on what ended without a picture: it can only be deleted. */
  isUnmade?: () => boolean
  onTrash: (images: Image[]) => void
}

/** Whether no dialog, and so no other picture, lies over the history. */
export function isInFront(): boolean {
  return !document.activeElement?.closest('[role="dialog"]')
}

export function usePictureKeys({ sessionId, images, isUnmade, onTrash }: Given): void {
  const t = useWords()
  const judge = useJudge()
  const ids = () => images().map(({ id }) => id)
  const one = () => (images().length === 1 ? images()[0] : undefined)
  const reuse = useReuseGestures({
    id: 'history',
    reused: () => {
      const id = isInFront() && one()?.id
      return id ? { kind: 'image', id } : null
    },
  })
  const to = (judgement: Judgement) => () => judge(ids(), judgement)
  const here = { group: t('picturesGroup'), placeOnly: true, when: () => isInFront() && images().length > 0 }
  const onOne = { ...here, when: () => isInFront() && one() !== undefined }
  const gestures: Gesture[] = [
    { ...here, id: 'history.keep', words: t('keep'), key: 'K', run: to({ act: 'keep' }) },
    { ...here, id: 'history.reject', words: t('reject'), key: 'X', run: to({ act: 'reject' }) },
    { ...here, id: 'history.undecide', words: t('undecide'), key: 'U', run: to({ act: 'undecide' }) },
    {
      ...here,
      id: 'history.star',
      words: t('star'),
      key: 'S',
      run: () => judge(ids(), { act: images().every(({ favourite }) => favourite) ? 'unstar' : 'star' }),
    },
    ...[0, 1, 2, 3, 4, 5].map(rating => ({
      ...here,
      id: `history.rate${rating}`,
      words: rating ? t('rate', { rating }) : t('unrate'),
      key: String(rating),
      run: to({ act: 'rate', rating }),
    })),
    { ...here, id: 'history.tag', words: t('tag'), key: 'T', run: () => ask('tag', { imageIds: ids() }) },
    {
      ...here,
      id: 'history.download',
      words: t('download'),
      key: 'D',
      run: () => ask('download', { imageIds: ids() }),
    },
    {
      ...here,
      id: 'history.compare',
      words: t('compare'),
      key: 'C',
      when: () => isInFront() && images().length > 1 && images().length < 5,
      run: () => ask('compare', { sessionId, imageIds: ids() }),
    },
    {
      ...onOne,
      id: 'history.vary',
      words: t('vary'),
      key: 'V',
      run: () => ask('grow', { imageId: one()?.id ?? '', kind: 'vary' }),
    },
    {
      ...here,
      id: 'history.refer',
      words: t('refer'),
      key: 'R',
      run: () => ask('refer', { imageIds: ids() }),
    },
    {
      ...here,
      when: () => isInFront() && (images().length > 0 || isUnmade?.() === true),
      id: 'history.trash',
      words: t('trash'),
      key: 'Delete Backspace',
      run: () => onTrash(images()),
    },
  ]
  useGestures([...gestures, ...reuse])
}
