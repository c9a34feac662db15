// The line over a lineage: how much there is, what the links mean, and how large it is looked at.
import {
  IconArrowsMaximize,
  IconArrowsSplit2,
  IconFold,
  IconInfoCircle,
  IconMinus,
  IconPlus,
  type IconProps,
} from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import type { Kind } from '@/shared/api/types'
import css from './bar.module.css'
import { DASHES, WIDTHS } from './draw'
import { useWords } from './words'

interface Props {
  count: number
  alone: number
  more: boolean
  folded: boolean
  onFoldAll: () => void
  onZoom: (factor: number) => void
  onFit: () => void
}

const KINDS: Kind[] = ['vary', 'reference', 'continue']

export function Bar({ count, alone, more, folded, onFoldAll, onZoom, onFit }: Props) {
  const t = useWords()
  const [told, setTold] = useState(false)
  return (
    <div className={css.bar}>
      <p className={css.count} role="status">
        <b>{t('count', { count })}</b>
        {alone > 0 && <span title={t('aloneHint')}>{t('alone', { count: alone })}</span>}
        {more && <span title={t('moreHint')}>{t('more')}</span>}
      </p>
      <ul className={css.legend} data-told={told || undefined} aria-label={t('legend')}>
        {KINDS.map(kind => (
          <li key={kind}>
            <Stroke kind={kind} />
            {t(`act_${kind}`)}
          </li>
        ))}
        <li className={css.way}>
          <svg width="34" height="14" className={css.stroke} aria-hidden="true">
            <line x1="1" y1="7" x2="33" y2="7" strokeWidth={2.5} />
          </svg>
          {t('way')}
        </li>
      </ul>
      <div className={css.zooms}>
        <button
          type="button"
          className={`${css.knob} ${css.tell}`}
          aria-label={t('legend')}
          title={t('legend')}
          aria-expanded={told}
          onClick={() => setTold(!told)}
        >
          <IconInfoCircle size={18} aria-hidden />
        </button>
        <Knob
          words={t(folded ? 'unfoldAll' : 'foldAll')}
          icon={folded ? IconArrowsSplit2 : IconFold}
          onPress={onFoldAll}
        />
        <Knob words={t('zoomOut')} sign="−" icon={IconMinus} onPress={() => onZoom(1 / 1.4)} />
        <Knob words={t('zoomIn')} sign="+" icon={IconPlus} onPress={() => onZoom(1.4)} />
        <Knob words={t('fit')} sign="Z" icon={IconArrowsMaximize} onPress={onFit} />
      </div>
    </div>
  )
}

/** A link as it is drawn, with the sign at its end. */
function Stroke({ kind }: { kind: Kind }) {
  return (
    <svg width="34" height="14" className={css.stroke} data-kind={kind} aria-hidden="true">
      <line
        x1="1"
        y1="7"
        x2="22"
        y2="7"
        strokeWidth={WIDTHS[kind]}
        strokeDasharray={DASHES[kind].join(' ')}
      />
      {kind === 'continue' ? (
        <path d="M33 7 21 0v14z" />
      ) : (
        <circle cx="27" cy="7" r="4.5" data-open={kind === 'reference' || undefined} />
      )}
    </svg>
  )
}

interface KnobProps {
  words: string
  sign?: string
  icon: ComponentType<IconProps>
  onPress: () => void
}

function Knob({ words, sign, icon: Icon, onPress }: KnobProps) {
  return (
    <button
      type="button"
      className={css.knob}
      aria-label={words}
      title={sign ? `${words} (${sign})` : words}
      onClick={onPress}
    >
      <Icon size={18} aria-hidden />
    </button>
  )
}
