// The keys of comparing; holding the flip key looks at the other picture only as long as it is held.
import { useEffect, useRef } from 'react'
import type { Image } from '@/shared/api/types'
import { type Gesture, useGestures } from '@/shared/lib/gestures'
import { useJudgeGestures } from '@/shared/ui/judge-bar'
import type { BlindState } from './use-blind'
import type { Pan } from './use-pan'
import { useWords } from './words'

export type Way = 'side' | 'slider' | 'flip'

interface Hands {
  pan: Pan
  way: Way
  setWay: (way: Way) => void
  count: number
  current: number
  setCurrent: (place: number) => void
  image: Image | null
  blind: BlindState
  isInFront: () => boolean
  onFacts: () => void
}

const HELD = 350
const STEP = 0.12

export function useCompareGestures({ pan, way, count, current, blind, isInFront, ...hands }: Hands): void {
  const t = useWords()
  const { setWay, setCurrent } = hands
  const held = useRef<{ at: number; back: () => void } | null>(null)
  const next = count > 0 ? (current + 1) % count : 0
  const flip = () => {
    if (held.current) return // the key repeats while it is held
    const back = () => {
      setWay(way)
      setCurrent(current)
    }
    held.current = { at: performance.now(), back }
    setWay('flip')
    setCurrent(next)
  }
  useEffect(() => {
    const up = () => {
      const pressed = held.current
      held.current = null
      if (pressed && performance.now() - pressed.at > HELD) pressed.back()
    }
    addEventListener('keyup', up)
    addEventListener('blur', up)
    return () => {
      removeEventListener('keyup', up)
      removeEventListener('blur', up)
    }
  }, [])

  const here = { group: t('title'), placeOnly: true, when: isInFront }
  const named = () => isInFront() && !blind.hidden
  const own: Gesture[] = [
    { ...here, id: 'compare.flip', words: t('flipNext'), key: 'A', run: flip },
    {
      ...here,
      id: 'compare.space',
      words: t('flipNext'),
      key: 'Space',
      when: () => isInFront() && !isOnButton(),
      run: flip,
    },
    {
      ...here,
      id: 'compare.blind',
      words: t('blindHint'),
      key: 'B',
      run: () => (blind.on ? blind.end() : blind.begin()),
    },
    { ...here, id: 'compare.facts', words: t('differences'), key: 'I', run: hands.onFacts },
    {
      ...here,
      id: 'compare.left',
      words: t('choose', { at: '←' }),
      key: 'ArrowLeft',
      run: () => setCurrent((current + count - 1) % Math.max(1, count)),
    },
    {
      ...here,
      id: 'compare.right',
      words: t('choose', { at: '→' }),
      key: 'ArrowRight',
      run: () => setCurrent(next),
    },
    { ...here, id: 'compare.in', words: t('zoomIn'), key: '+ =', run: () => pan.zoom(1.5) },
    { ...here, id: 'compare.out', words: t('zoomOut'), key: '-', run: () => pan.zoom(1 / 1.5) },
    { ...here, id: 'compare.toggle', words: t('toggle'), key: 'Z', run: pan.toggle },
    {
      ...here,
      id: 'compare.panLeft',
      words: t('panLeft'),
      key: 'Shift+ArrowLeft',
      run: () => pan.move(STEP, 0),
    },
    {
      ...here,
      id: 'compare.panRight',
      words: t('panRight'),
      key: 'Shift+ArrowRight',
      run: () => pan.move(-STEP, 0),
    },
    { ...here, id: 'compare.panUp', words: t('panUp'), key: 'Shift+ArrowUp', run: () => pan.move(0, STEP) },
    {
      ...here,
      id: 'compare.panDown',
      words: t('panDown'),
      key: 'Shift+ArrowDown',
      run: () => pan.move(0, -STEP),
    },
  ]
  const wins = [1, 2, 3, 4].map(
    (at): Gesture => ({
      ...here,
      id: `compare.win${at}`,
      words: t('win', { name: t('picture', { at }) }),
      key: String(at),
      when: () => isInFront() && blind.hidden && at <= count,
      run: () => blind.choose(at - 1),
    }),
  )
  useGestures([...own, ...useJudgeGestures('compare', hands.image, named), ...wins])
}

/** There the space bar presses what has the focus. */
function isOnButton(): boolean {
  return document.activeElement?.matches('button, a, [role="radio"]') ?? false
}
