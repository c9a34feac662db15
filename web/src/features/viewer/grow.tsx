// What can be made of a picture: vary it, use it as a reference, continue from it, hold it against its neighbour.
import { IconArrowForward, IconColumns2, IconLibraryPhoto, IconSparkles } from '@tabler/icons-react'
import type { Kind } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import { useReferred } from '@/shared/lib/referred'
import { toast } from '@/shared/ui/toast'
import css from './viewer.module.css'
import { useWords } from './words'

interface Props {
  imageId: string
  /** Whether it was asked for, so that it can be asked for again. */
  isMade: boolean
  growing: Growing
  onCompare: (() => void) | null
}

export function Grow({ imageId, isMade, growing, onCompare }: Props) {
  const t = useWords()
  const isReferred = growing.isReferred(imageId)
  return (
    <fieldset className={css.grow} aria-label={t('grow')}>
      {isMade && (
        <button type="button" title={`${t('vary')} (V)`} onClick={() => growing.grow(imageId, 'vary')}>
          <IconSparkles size={18} stroke={1.7} aria-hidden />
          {t('vary')}
        </button>
      )}
      <button
        type="button"
        aria-pressed={isReferred}
        title={`${t(isReferred ? 'unrefer' : 'refer')} (R)`}
        onClick={() => growing.refer(imageId)}
      >
        <IconLibraryPhoto size={18} stroke={1.7} aria-hidden />
        {t('refer')}
      </button>
      {isMade && (
        <button type="button" onClick={() => growing.grow(imageId, 'continue')}>
          <IconArrowForward size={18} stroke={1.7} aria-hidden />
          {t('continue')}
        </button>
      )}
      {onCompare && (
        <button type="button" title={`${t('compareHint')} (C)`} onClick={onCompare}>
          <IconColumns2 size={18} stroke={1.7} aria-hidden />
          {t('compare')}
        </button>
      )}
    </fieldset>
  )
}

export interface Growing {
  isReferred: (imageId: string) => boolean
  refer: (imageId: string) => void
  grow: (imageId: string, kind: Kind) => void
}

const SOON = 150 // after the focus went back to the tile: the composer takes it

/** Hands pictures to the composer behind the viewer; `close` shows it. */
export function useGrowing(close: () => void): Growing {
  const t = useWords()
  const referred = useReferred()
  const isReferred = (imageId: string) =>
    referred?.references.some(({ image_id }) => image_id === imageId) ?? false
  return {
    isReferred,
    refer: imageId => {
      if (isReferred(imageId)) {
        ask('unrefer', { imageIds: [imageId] })
        return
      }
      ask('refer', { imageIds: [imageId] })
      // Where there is no room the composer says why.
      if (!referred?.full) toast(t('referred'))
    },
    grow: (imageId, kind) => {
      close()
      setTimeout(() => ask('grow', { imageId, kind }), SOON)
    },
  }
}
