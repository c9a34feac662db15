// The button on a batch that opens its menu: download, compare, trash.
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Batch } from '@/shared/api/types'
import { isRunning } from '@/shared/lib/batches'
import css from './history.module.css'
import { useWords } from './words'

const BatchMenuItems = lazy(() => import('./batch-menu-items'))

interface Props {
  batch: Batch
  sessionId: string
  onTrash: (ids: string[]) => void
}

export function BatchMenu({ batch, sessionId, onTrash }: Props) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (!batch.generations.some(({ image }) => image) && batch.generations.some(isRunning)) return null // nothing to do it with yet
  return (
    <span className={css.menu}>
      <button
        ref={button}
        type="button"
        className={css.act}
        aria-label={t('batchMenu')}
        title={t('batchMenu')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <IconDots size={16} aria-hidden />
      </button>
      {open && (
        <Suspense fallback={null}>
          <BatchMenuItems
            batch={batch}
            sessionId={sessionId}
            onTrash={onTrash}
            onClose={() => {
              setOpen(false)
              button.current?.focus({ preventScroll: true })
            }}
          />
        </Suspense>
      )}
    </span>
  )
}
