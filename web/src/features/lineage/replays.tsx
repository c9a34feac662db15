// The replays of a session: how far they are, how they ended, and how to stop them.

import { IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { dropReplay, type Replay, useCancelReplay, useReplays } from '@/shared/api/lineage'
import { toastProblem } from '@/shared/ui/toast'
import css from './replays.module.css'
import { useWords } from './words'

interface Props {
  sessionId: string
  modelName: (id: string | null) => string
  /** Goes to the newest picture of a replay; null where it has none here. */
  shows: (replay: Replay) => (() => void) | null
}

/** Nothing while nothing was replayed. */
export function Replays({ sessionId, modelName, shows }: Props) {
  const t = useWords()
  const { data: replays } = useReplays(sessionId)
  if (!replays?.length) return null
  return (
    <ul className={css.replays} aria-label={t('replays')}>
      {replays.map(replay => (
        <Line key={replay.id} replay={replay} modelName={modelName} show={shows(replay)} />
      ))}
    </ul>
  )
}

interface LineProps extends Pick<Props, 'modelName'> {
  replay: Replay
  show: (() => void) | null
}

function Line({ replay, modelName, show }: LineProps) {
  const t = useWords()
  const cache = useQueryClient()
  const cancel = useCancelReplay()
  const { id, models, done, steps, state, reason, left_out } = replay
  const values = { models: models.map(modelName).join(', '), done, steps, count: done }
  return (
    <li className={css.line} data-state={state}>
      <span className={css.words} role={state === 'failed' ? 'alert' : 'status'}>
        <b>{t(TITLES[state], values)}</b>
        {state === 'running' && <span>{t('replayDone', values)}</span>}
        {reason && <span>{reason}</span>}
        {left_out.length > 0 && <span>{t('leftOut', { options: left_out.map(plain).join(', ') })}</span>}
      </span>
      {state === 'running' && (
        <progress className={css.progress} value={done} max={steps} aria-label={t('replaying', values)} />
      )}
      {show && (
        <button type="button" className={css.button} onClick={show}>
          {t('showReplay')}
        </button>
      )}
      {state === 'running' ? (
        <button
          type="button"
          className={css.button}
          disabled={cancel.isPending}
          onClick={() => cancel.mutate(id, { onError: toastProblem })}
        >
          {t('cancelReplay')}
        </button>
      ) : (
        <button
          type="button"
          className={css.button}
          aria-label={t('dismiss')}
          title={t('dismiss')}
          onClick={() => dropReplay(cache, replay)}
        >
          <IconX size={16} aria-hidden />
        </button>
      )}
    </li>
  )
}

const TITLES = {
  running: 'replaying',
  complete: 'replayComplete',
  failed: 'replayFailed',
  cancelled: 'replayCancelled',
} as const

/** An option's name as words. */
function plain(option: string): string {
  return option.replaceAll('_', ' ')
}
