// The bar of comparing: the way to compare, zoom, more or fewer pictures, blind, differences, close.

import {
  IconArrowsExchange,
  IconColumns2,
  IconEyeOff,
  IconListDetails,
  IconMinus,
  IconPhotoMinus,
  IconPhotoPlus,
  IconPlus,
  IconSeparatorVertical,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import over from '@/shared/ui/overlay.module.css'
import css from './compare.module.css'
import type { Way } from './use-compare-gestures'
import type { Pan } from './use-pan'
import { useWords } from './words'

interface Props {
  way: Way
  pan: Pan
  count: number
  blind: boolean
  facts: boolean
  add: (() => void) | null
  drop: (() => void) | null
  onWay: (way: Way) => void
  onBlind: () => void
  onFacts: () => void
  onClose: () => void
}

export function Bar({ way, pan, count, blind, facts, add, drop, ...acts }: Props) {
  const t = useWords()
  const ways: [Way, ReactNode][] = [
    ['side', <IconColumns2 key="side" size={18} aria-hidden />],
    ...(count === 2
      ? ([['slider', <IconSeparatorVertical key="slider" size={18} aria-hidden />]] as [Way, ReactNode][])
      : []),
    ['flip', <IconArrowsExchange key="flip" size={18} aria-hidden />],
  ]
  return (
    <header className={over.bar}>
      <button
        type="button"
        className={over.knob}
        aria-label={t('close')}
        title={`${t('close')} (Esc)`}
        data-autofocus
        onClick={acts.onClose}
      >
        <IconX size={20} aria-hidden />
      </button>
      <fieldset className={css.ways} aria-label={t('ways')}>
        {ways.map(([one, icon]) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === way}
            aria-label={t(one)}
            title={one === 'flip' ? `${t('flipNext')} (A)` : t(one)}
            onClick={() => acts.onWay(one)}
          >
            {icon}
            <span>{t(one)}</span>
          </button>
        ))}
      </fieldset>
      <span className={css.gap} />
      <span className={css.zooms}>
        <Knob words={t('zoomOut')} sign="−" onPress={() => pan.zoom(1 / 1.5)}>
          <IconMinus size={18} aria-hidden />
        </Knob>
        <button
          type="button"
          className={`${over.knob} ${css.scale}`}
          aria-label={t('toggle')}
          title={`${t('toggle')} (Z)`}
          onClick={pan.toggle}
        >
          {Math.round(pan.view.scale * 100)}%
        </button>
        <Knob words={t('zoomIn')} sign="+" onPress={() => pan.zoom(1.5)}>
          <IconPlus size={18} aria-hidden />
        </Knob>
      </span>
      {!blind && drop && (
        <Knob words={t('less')} onPress={drop}>
          <IconPhotoMinus size={19} aria-hidden />
        </Knob>
      )}
      {!blind && add && (
        <Knob words={t('more')} onPress={add}>
          <IconPhotoPlus size={19} aria-hidden />
        </Knob>
      )}
      <Knob words={t(blind ? 'blindEnd' : 'blindHint')} sign="B" pressed={blind} onPress={acts.onBlind}>
        <IconEyeOff size={19} aria-hidden />
      </Knob>
      <Knob words={t('differences')} sign="I" pressed={facts} onPress={acts.onFacts}>
        <IconListDetails size={19} aria-hidden />
      </Knob>
    </header>
  )
}

interface KnobProps {
  words: string
  sign?: string
  pressed?: boolean
  onPress: () => void
  children: ReactNode
}

function Knob({ words, sign, pressed, onPress, children }: KnobProps) {
  return (
    <button
      type="button"
      className={over.knob}
      aria-label={words}
      title={sign ? `${words} (${sign})` : words}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
