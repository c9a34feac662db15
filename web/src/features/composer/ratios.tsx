// The ratio picker: seven little shapes; what a chosen model lacks is greyed and says why.
import { Tooltip } from '@mantine/core'
import { type KeyboardEvent, useId, useRef } from 'react'
import type { Model } from '@/shared/api/types'
import css from './composer.module.css'
import { lacksRatio, RATIOS } from './offers'
import { useWords } from './words'

interface Props {
  value: string
  models: Model[]
  onChange: (ratio: string) => void
}

export function Ratios({ value, models, onChange }: Props) {
  const t = useWords()
  const id = useId()
  const group = useRef<HTMLDivElement>(null)

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = RATIOS.indexOf(document.activeElement?.getAttribute('data-ratio') as (typeof RATIOS)[number])
    const next = RATIOS[(at + step + RATIOS.length) % RATIOS.length] as string
    group.current?.querySelector<HTMLElement>(`[data-ratio="${next}"]`)?.focus()
    if (!lacksRatio(next, models)) onChange(next)
  }

  return (
    <div ref={group} className={css.ratios} role="radiogroup" aria-label={t('ratio')} onKeyDown={walk}>
      {RATIOS.map(ratio => {
        const reason = lacksRatio(ratio, models)
        const chosen = ratio === value
        return (
          <Tooltip key={ratio} label={reason ?? ratio} openDelay={reason ? 100 : 500} events={SHOWN}>
            {/* biome-ignore lint/a11y/useSemanticElements: a native radio cannot stay focusable while greyed */}
            <button
              type="button"
              role="radio"
              className={css.ratio}
              data-ratio={ratio}
              aria-checked={chosen}
              aria-disabled={reason !== null}
              aria-label={ratio}
              title={ratio}
              aria-describedby={reason ? `${id}${ratio}` : undefined}
              tabIndex={chosen ? 0 : -1}
              onClick={() => reason === null && onChange(ratio)}
            >
              <Shape ratio={ratio} />
              <span>{ratio}</span>
              {reason && (
                <span id={`${id}${ratio}`} hidden>
                  {reason}
                </span>
              )}
            </button>
          </Tooltip>
        )
      })}
    </div>
  )
}

const SHOWN = { hover: true, focus: true, touch: true }

function Shape({ ratio }: { ratio: string }) {
  const [wide = 1, high = 1] = ratio.split(':').map(Number)
  const scale = 14 / Math.max(wide, high, (wide + high) / 1.6)
  const width = Math.round(wide * scale)
  const height = Math.round(high * scale)
  return (
    <svg className={css.shape} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect
        x={8 - width / 2}
        y={8 - height / 2}
        width={width}
        height={height}
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  )
}
