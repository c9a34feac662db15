// A tile whose generation ended without a picture: what went wrong, and what can be done.
import { IconAlertTriangle, IconPlayerStop, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useRetryGeneration } from '@/shared/api/acts'
import type { Generation } from '@/shared/api/types'
import { toastProblem } from '@/shared/ui/toast'
import css from './tile.module.css'
import { useWords } from './words'

interface Props {
  generation: Generation
  reason: string
  /** Whether Tab reaches its buttons. */
  active: boolean
  onDelete: () => void
}

export function Ended({ generation, reason, active, onDelete }: Props) {
  const t = useWords()
  const { mutate: retry, isPending } = useRetryGeneration()
  const { status } = generation
  return (
    <>
      <span className={css.ended}>
        <span className={css.title}>
          {status === 'cancelled' ? (
            <IconPlayerStop size={16} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} aria-hidden />
          )}
          {t(status)}
        </span>
        {reason && (
          <span className={css.reason} dir="auto">
            {reason}
          </span>
        )}
        <button
          type="button"
          className={css.retry}
          tabIndex={active ? 0 : -1}
          disabled={isPending}
          onClick={() => retry(generation.id, { onError: toastProblem })}
        >
          <IconRefresh size={16} aria-hidden />
          {t('retry')}
        </button>
      </span>
      <button
        type="button"
        className={css.stop}
        tabIndex={active ? 0 : -1}
        aria-label={t('delete')}
        title={t('delete')}
        onClick={onDelete}
      >
        <IconTrash size={16} aria-hidden />
      </button>
    </>
  )
}
