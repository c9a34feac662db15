// One prompt: its text or what it changed of the one before, how often and when it was used, and its best picture.
import { IconArrowBackUp, IconCopy, IconListSearch, IconPhotoOff } from '@tabler/icons-react'
import { memo } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { PromptLine } from '@/shared/api/prompts'
import { ago } from '@/shared/lib/ago'
import { ask } from '@/shared/lib/asks'
import { copyText } from '@/shared/lib/copy'
import { fullTime } from '@/shared/lib/time'
import { Clamped } from '@/shared/ui/clamped'
import { toast, toastProblem } from '@/shared/ui/toast'
import { WordDiff } from '@/shared/ui/word-diff'
import css from './prompts.module.css'
import { useWords } from './words'

interface Props {
  sessionId: string
  line: PromptLine
  now: number
  width: number
  /** Whether what it changed of the prompt before is marked. */
  comparing: boolean
  onOpenImage: (imageId: string) => void
}

const NAMED = 80
const LINES = 3

export const Line = memo(function Line({ sessionId, line, now, width, comparing, onOpenImage }: Props) {
  const t = useWords()
  const { text, count, best, batch_id } = line
  const name = text.length > NAMED ? `${text.slice(0, NAMED)}…` : text
  const pieces = comparing && isAlike(line.diff) ? line.diff : null
  const copy = async () => {
    if (await copyText(text)) toast(t('copied'))
    else toastProblem(new Error(t('notCopied')))
  }
  return (
    <article className={css.line}>
      {best ? (
        <button
          type="button"
          className={css.best}
          data-act="best"
          aria-label={t('best', { prompt: name })}
          onClick={() => onOpenImage(best.id)}
        >
          <img src={thumbUrl(best.id, 320)} alt="" loading="lazy" decoding="async" draggable={false} />
        </button>
      ) : (
        <span className={css.hole} role="img" aria-label={t('noPicture')}>
          <IconPhotoOff size={20} stroke={1.5} aria-hidden />
        </span>
      )}
      <div className={css.told}>
        <Clamped
          key={pieces ? 'diff' : 'text'}
          className={css.text}
          lines={LINES}
          words={pieces ? pieces.map(piece => piece.text).join('') : text}
          width={width}
        >
          {shown => <p dir="auto">{pieces ? <WordDiff pieces={pieces} /> : shown}</p>}
        </Clamped>
        <p className={css.facts}>
          <span title={t('first', { at: fullTime(line.first_at) })}>{t('used', { count })}</span>
          {' · '}
          <time
            dateTime={new Date(line.last_at).toISOString()}
            title={t('lastAt', { at: fullTime(line.last_at) })}
          >
            {t('last', { ago: ago(line.last_at, now) })}
          </time>
        </p>
      </div>
      <div className={css.acts}>
        <button
          type="button"
          className={css.act}
          data-act="use"
          data-strong
          aria-haspopup="dialog"
          aria-label={t('usePrompt', { prompt: name })}
          onClick={event =>
            ask('reuse', { kind: 'prompt', id: line.id, sessionId, anchor: event.currentTarget })
          }
        >
          <IconArrowBackUp size={16} aria-hidden />
          <span>{t('use')}</span>
        </button>
        <button
          type="button"
          className={css.act}
          data-act="copy"
          aria-label={t('copyPrompt', { prompt: name })}
          title={t('copy')}
          onClick={() => void copy()}
        >
          <IconCopy size={16} aria-hidden />
        </button>
        <button
          type="button"
          className={css.act}
          data-act="batch"
          disabled={batch_id === null}
          aria-label={t('showBatch', { prompt: name })}
          title={t('batch')}
          onClick={() => batch_id !== null && ask('batch', { sessionId, batchId: batch_id })}
        >
          <IconListSearch size={16} aria-hidden />
        </button>
      </div>
    </article>
  )
})

/** Whether at least as much of the prompt before stayed as went: otherwise this is another one, not a change. */
function isAlike(diff: PromptLine['diff']): boolean {
  const length = (which: 'same' | 'gone') =>
    diff.reduce((sum, { op, text }) => sum + (op === which ? text.trim().length : 0), 0)
  return length('same') > 0 && length('same') >= length('gone')
}
