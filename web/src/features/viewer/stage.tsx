// The picture itself: fitted, zoomed and moved by wheel, fingers, double click and keys; swiped when fitted.
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type Ref, type TouchEvent, useImperativeHandle, useRef, useState } from 'react'
import { type ReactZoomPanPinchRef, TransformComponent, TransformWrapper } from 'react-zoom-pan-pinch'
import { fileUrl, thumbUrl } from '@/shared/api/addresses'
import type { Image } from '@/shared/api/types'
import { placeholderUrl } from '@/shared/ui/thumb'
import css from './viewer.module.css'
import { useWords } from './words'

export interface Zoom {
  in: () => void
  out: () => void
  fit: () => void
  /** From fitted to one pixel of the picture on one of the screen, and back. */
  toggle: () => void
}

interface Props {
  ref: Ref<Zoom>
  image: Image
  alt: string
  onBefore: (() => void) | null
  onAfter: (() => void) | null
}

const SWIPE = 56
/** A picture smaller than the window is enlarged so far instead: the key always does something. */
const LARGER = 2

export function Stage({ ref, image, alt, onBefore, onAfter }: Props) {
  const t = useWords()
  const pan = useRef<ReactZoomPanPinchRef>(null)
  const picture = useRef<HTMLDivElement>(null)
  const start = useRef<{ x: number; y: number } | null>(null)
  const [state, setState] = useState<'waiting' | 'shown' | 'broken'>('waiting')
  const [tries, setTries] = useState(0)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160

  const scale = () => pan.current?.state.scale ?? 1
  useImperativeHandle(ref, () => ({
    in: () => void pan.current?.zoomIn(0.5, calm),
    out: () => void pan.current?.zoomOut(0.5, calm),
    fit: () => void pan.current?.resetTransform(calm),
    toggle: () => {
      if (scale() > 1.01) {
        pan.current?.resetTransform(calm)
        return
      }
      const shown = picture.current?.offsetWidth ?? image.width
      const actual = image.width / (globalThis.devicePixelRatio || 1) / shown
      pan.current?.centerView(Math.max(actual, LARGER), calm)
    },
  }))

  const begin = ({ touches }: TouchEvent) => {
    const touch = touches[0]
    start.current =
      touches.length === 1 && touch && scale() <= 1.01 ? { x: touch.clientX, y: touch.clientY } : null
  }
  const end = ({ changedTouches }: TouchEvent) => {
    const from = start.current
    const touch = changedTouches[0]
    start.current = null
    if (!from || !touch) return
    const across = touch.clientX - from.x
    if (Math.abs(across) < SWIPE || Math.abs(across) < 1.5 * Math.abs(touch.clientY - from.y)) return
    if (across > 0) onBefore?.()
    else onAfter?.()
  }

  const ratio = image.width / image.height
  const fitted = {
    aspectRatio: `${image.width} / ${image.height}`,
    width: `min(100cqw, ${100 * ratio}cqh, ${Math.max(image.width, 320)}px)`,
  }
  return (
    <div className={css.stage} onTouchStart={begin} onTouchEnd={end}>
      <TransformWrapper
        ref={pan}
        minScale={1}
        maxScale={Math.max(8, image.width / 200)}
        centerOnInit
        centerZoomedOut
        limitToBounds
        wheel={{ step: 0.08 }}
        doubleClick={{ mode: 'toggle', step: 1.6, animationTime: calm }}
        panning={{ velocityDisabled: calm === 0 }}
      >
        <TransformComponent wrapperClass={css.wrapper} contentClass={css.inner}>
          <div ref={picture} className={css.picture} style={fitted}>
            {state !== 'shown' && (
              <>
                <img src={placeholderUrl(image.thumbhash)} alt="" />
                <img src={thumbUrl(image.id, 640)} alt="" />
              </>
            )}
            <img
              key={tries}
              src={fileUrl(image.id)}
              alt={alt}
              data-sharp={state === 'shown'}
              draggable={false}
              onLoad={() => setState('shown')}
              onError={() => setState('broken')}
            />
          </div>
        </TransformComponent>
      </TransformWrapper>
      {state === 'broken' && (
        <div className={css.broken} role="alert">
          <p>{t('broken')}</p>
          <button
            type="button"
            onClick={() => {
              setState('waiting')
              setTries(count => count + 1)
            }}
          >
            {t('again')}
          </button>
        </div>
      )}
      {onBefore && (
        <button
          type="button"
          className={css.before}
          aria-label={t('before')}
          title={`${t('before')} (←)`}
          onClick={onBefore}
        >
          <IconChevronLeft size={24} aria-hidden />
        </button>
      )}
      {onAfter && (
        <button
          type="button"
          className={css.after}
          aria-label={t('after')}
          title={`${t('after')} (→)`}
          onClick={onAfter}
        >
          <IconChevronRight size={24} aria-hidden />
        </button>
      )}
    </div>
  )
}
