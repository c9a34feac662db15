// Says why the chosen models do not take the references as they are, and mends it with one press.
import type { Reference } from '@/shared/api/types'
import css from './composer.module.css'
import { Line } from './line'
import { useWords } from './strip-words'
import { mended, mostOf, type Taker } from './takes'

interface Props {
  reason: string
  references: Reference[]
  models: Taker[]
  onMend: (references: Reference[]) => void
}

/** The chosen models do not take these references: which of them stay is one press. */
export function Lacking({ reason, references, models, onMend }: Props) {
  const t = useWords()
  const most = mostOf(models)
  const mend =
    most === 0 ? t('takeAllOff') : references.length > most ? t('keepFirst', { most }) : t('takeRolesOff')
  return (
    <div className={css.lacking}>
      <Line words={`${reason}.`}>
        <button type="button" onClick={() => onMend(mended(references, models))}>
          {mend}
        </button>
      </Line>
    </div>
  )
}
