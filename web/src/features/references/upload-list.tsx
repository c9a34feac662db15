// Files on their way to a session, with how far each is, and why those that failed did.
import { IconAlertCircle, IconPhoto, IconRefresh, IconX } from '@tabler/icons-react'
import { uploads, useUploads } from '@/shared/lib/uploads'
import css from './references.module.css'
import { useWords } from './words'

export function UploadList({ sessionId }: { sessionId: string }) {
  const t = useWords()
  const list = useUploads().filter(upload => upload.sessionId === sessionId)
  if (!list.length) return null
  return (
    <ul className={css.uploads} aria-label={t('uploads')}>
      {list.map(({ id, name, preview, state, sent, problem, again }) => (
        <li key={id} data-state={state}>
          {preview && state !== 'failed' ? (
            <img className={css.kind} src={preview} alt="" width={36} height={36} />
          ) : (
            <IconPhoto className={`${css.kind} ${css.bare}`} aria-hidden />
          )}
          <span className={css.file}>
            <bdi>{name}</bdi>
            {state === 'failed' ? (
              <span className={css.problem} role="alert">
                <IconAlertCircle size={14} className={css.sign} aria-hidden />
                {problem}
              </span>
            ) : (
              <progress max={1} value={sent} aria-label={name} />
            )}
          </span>
          {again && (
            <button
              type="button"
              aria-label={t('retry')}
              title={t('retry')}
              onClick={() => uploads.retry(id)}
            >
              <IconRefresh size={16} aria-hidden />
            </button>
          )}
          <button
            type="button"
            aria-label={t(state === 'failed' ? 'dismiss' : 'cancel', { name })}
            onClick={() => uploads.drop(id)}
          >
            <IconX size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
