// The facts of the picture under the mouse, on its foot.
import { type RefObject, useEffect, useState } from 'react'
import type { HistoryImage } from '@/shared/api/history'
import { modelName } from '@/shared/lib/batches'
import { money } from '@/shared/lib/money'
import css from './grid.module.css'
import type { Placed } from './justify'
import { indexOf } from './use-grid-hands'
import { useWords } from './words'

interface Props {
  list: RefObject<HTMLElement | null>
  at: (index: number) => HistoryImage | undefined
  placeOf: (index: number) => Placed | null
  names: ReadonlyMap<string, string>
}

export function HoverFacts({ list, at, placeOf, names }: Props) {
  const t = useWords()
  const [hovered, setHovered] = useState<number | null>(null)
  useEffect(() => {
    const over = ({ target, pointerType }: PointerEvent) =>
      setHovered(pointerType === 'mouse' ? indexOf(target as Element) : null)
    const leave = () => setHovered(null)
    const tiles = list.current
    tiles?.addEventListener('pointerover', over)
    tiles?.addEventListener('pointerleave', leave)
    return () => {
      tiles?.removeEventListener('pointerover', over)
      tiles?.removeEventListener('pointerleave', leave)
    }
  }, [list])
  const item = hovered === null ? undefined : at(hovered)
  const place = hovered === null ? null : placeOf(hovered)
  if (!item || !place || place.width < 90) return null
  const { cost, took_ms, seed, prompt, image } = item
  const facts = [
    took_ms !== null && t('seconds', { seconds: (took_ms / 1000).toFixed(took_ms < 60_000 ? 1 : 0) }),
    cost.amount > 0 && `${cost.estimated ? '≈ ' : ''}${money(cost.amount, cost.currency)}`,
    `${image.width} × ${image.height}`,
    seed !== null && t('seed', { seed }),
  ].filter(Boolean)
  const { left, top, width, height } = place
  const tall = Math.min(height, 92)
  return (
    <div className={css.hover} style={{ left, top: top + height - tall, width, height: tall }} aria-hidden>
      {prompt && <span dir="auto">{prompt}</span>}
      <b>{modelName(item.model, names)}</b>
      <span>{facts.join(' · ')}</span>
    </div>
  )
}
