// The compared pictures: side by side, under a slider, or one in place of the other.
import { IconTrophyFilled } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { fileUrl } from '@/shared/api/addresses'
import type { Image } from '@/shared/api/types'
import { placeholderUrl } from '@/shared/ui/thumb'
import { transformOf } from './pan'
import css from './panes.module.css'
import type { Pan } from './use-pan'
import { useWords } from './words'

export interface Pane {
  image: Image
  /** “1”, or the model's name once it may be known. */
  name: string
  /** What the picture is, for who does not see it. */
  alt: string
  won: boolean
}

interface Props {
  panes: Pane[]
  pan: Pan
  current: number
  onCurrent: (place: number) => void
  /** Set while a winner is to be chosen. */
  onWin: ((place: number) => void) | null
}

export function SideBySide({ panes, pan, current, onCurrent, onWin }: Props) {
  const t = useWords()
  return (
    <div className={css.panes} data-count={panes.length}>
      {panes.map((pane, at) => (
        <figure key={pane.image.id} className={css.pane} data-won={pane.won || undefined}>
          <Ground pan={pan}>
            <Picture pane={pane} pan={pan} />
          </Ground>
          <figcaption>
            <button
              type="button"
              className={css.name}
              aria-pressed={onWin ? undefined : at === current}
              title={onWin ? `${t('win', { name: pane.name })} (${at + 1})` : `${pane.name} (${at + 1})`}
              onClick={() => (onWin ? onWin(at) : onCurrent(at))}
            >
              <b>{at + 1}</b>
              {pane.won && <IconTrophyFilled size={15} aria-hidden />}
              <span>{onWin ? t('winThis') : pane.name}</span>
              {pane.won && <span className="visually-hidden">{t('won')}</span>}
            </button>
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

interface SliderProps {
  panes: [Pane, Pane]
  pan: Pan
}

/** The second picture lies over the first, from the line to the right. */
export function Slider({ panes: [under, over], pan }: SliderProps) {
  const t = useWords()
  const [at, setAt] = useState(50)
  const line = `calc(22px + (100% - 44px) * ${at / 100})`
  return (
    <div className={css.slider} data-at={at}>
      <Ground pan={pan}>
        <Picture pane={under} pan={pan} />
        <div className={css.over} style={{ clipPath: `inset(0 0 0 ${line})` }}>
          <Picture pane={over} pan={pan} />
        </div>
      </Ground>
      <span className={css.line} style={{ left: line }} aria-hidden />
      <input
        type="range"
        min={0}
        max={100}
        value={at}
        aria-label={t('slider')}
        aria-valuetext={t('sliderAt', { at, name: under.name })}
        onChange={event => setAt(Number(event.currentTarget.value))}
      />
      <span className={css.left}>{under.name}</span>
      <span className={css.right}>{over.name}</span>
    </div>
  )
}

interface FlipProps {
  panes: Pane[]
  pan: Pan
  current: number
}

/** All lie in one place and only one is seen: differences show as movement. */
export function Flip({ panes, pan, current }: FlipProps) {
  const shown = panes[current]
  return (
    <div className={css.flip}>
      <Ground pan={pan}>
        {panes.map((pane, at) => (
          <div key={pane.image.id} className={css.over} hidden={at !== current}>
            <Picture pane={pane} pan={pan} />
          </div>
        ))}
      </Ground>
      {shown && (
        <span className={css.left} role="status">
          {current + 1} · {shown.name}
        </span>
      )}
    </div>
  )
}

function Ground({ pan, children }: { pan: Pan; children: ReactNode }) {
  return (
    <div ref={pan.watch} className={css.ground} data-near={pan.view.scale > 1} {...pan.hands}>
      {children}
    </div>
  )
}

function Picture({ pane: { image, alt }, pan }: { pane: Pane; pan: Pan }) {
  return (
    <div className={css.moved} style={{ transform: transformOf(pan.view) }}>
      <img
        src={fileUrl(image.id)}
        alt={alt}
        draggable={false}
        width={image.width}
        height={image.height}
        style={{ backgroundImage: `url(${placeholderUrl(image.thumbhash)})` }}
      />
    </div>
  )
}
