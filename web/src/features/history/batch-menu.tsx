// The button on a batch that opens its menu: download, compare, trash.
import { lazy } from 'react'
import type { Batch } from '@/shared/api/types'
import { isRunning } from '@/shared/lib/batches'
import css from './history.module.css'
import { MenuButton } from './menu-button'
import { useWords } from './words'

const BatchMenuItems = lazy(() => import('./batch-menu-items'))

interface Props {
  batch: Batch
  sessionId: string
  onTrash: (ids: string[]) => void
}

export function BatchMenu({ batch, sessionId, onTrash }: Props) {
  const t = useWords()
  if (!batch.generations.some(({ image }) => image) && batch.generations.some(isRunning)) return null // nothing to do it with yet
  return (
    <MenuButton words={t('batchMenu')} className={css.menu} buttonClass={css.act}>
      {onClose => <BatchMenuItems batch={batch} sessionId={sessionId} onTrash={onTrash} onClose={onClose} />}
    </MenuButton>
  )
}
