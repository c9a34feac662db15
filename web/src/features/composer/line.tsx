// A sentence in the composer about what stands in the way of Generate, with the mend beside it.
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Reference } from '@/shared/api/types'
import css from './composer.module.css'
import { mended } from './order'
import { mostOf, type Taker } from './takes'
import { useWords } from './words'

interface Props {
  id?: string
  words: string
  children?: ReactNode
}

export function Line({ id, words, children }: Props) {
  return (
    <p id={id} className={css.line}>
      <IconAlertCircle size={16} aria-hidden />
      <span>{words}</span>
      {children}
    </p>
  )
}

interface LackingProps {
  reason: string
  references: Reference[]
  models: Taker[]
  onMend: (references: Reference[]) => void
}

/** The chosen models do not take these references: which of them stay is one press. */
export function LackingReferences({ reason, references, models, onMend }: LackingProps) {
  const t = useWords()
  const most = mostOf(models)
  const mend =
    most === 0 ? t('takeAllOff') : references.length > most ? t('keepFirst', { most }) : t('takeRolesOff')
  return (
    <Line words={`${reason}.`}>
      <button type="button" onClick={() => onMend(mended(references, models))}>
        {mend}
      </button>
    </Line>
  )
}
