// Files that were not taken: one line for each reason, the names behind it, all of it put away at once.
import { IconAlertCircle, IconRefresh, IconX } from '@tabler/icons-react'
import { addWords } from '@/shared/i18n/words'
import { refusedOf, type Upload, uploads } from '@/shared/lib/uploads'
import css from './refused.module.css'

const { useWords } = addWords('refused', {
  title: 'Files not taken',
  one: '{{name}}: {{problem}}',
  many: '{{count}} files not taken. {{problem}}',
  again: 'Try again',
  dismiss: 'Dismiss {{name}}',
  dismissMany: 'Dismiss {{count}} files',
  dismissAll: 'Dismiss all',
})

interface Props {
  /** Those refused of them are shown. */
  list: readonly Upload[]
}

export function Refused({ list }: Props) {
  const t = useWords()
  const groups = refusedOf(list)
  const drop = (files: readonly Upload[]) => {
    for (const { id } of files) uploads.drop(id)
  }
  return (
    <div className={css.refused} role="alert">
      {groups.length > 0 && (
        <ul className={css.list} aria-label={t('title')}>
          {groups.map(({ problem, files }) => (
            <li key={problem}>
              <IconAlertCircle className={css.sign} size={16} aria-hidden />
              <Reason {...{ problem, files }} />
              {files.some(file => file.again) && (
                <button
                  type="button"
                  aria-label={t('again')}
                  title={t('again')}
                  onClick={() => {
                    for (const { id, again } of files) if (again) uploads.retry(id)
                  }}
                >
                  <IconRefresh size={16} aria-hidden />
                </button>
              )}
              <button
                type="button"
                aria-label={
                  files.length > 1
                    ? t('dismissMany', { count: files.length })
                    : t('dismiss', { name: files[0]?.name })
                }
                onClick={() => drop(files)}
              >
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {groups.length > 1 && (
        <button type="button" className={css.all} onClick={() => drop(groups.flatMap(({ files }) => files))}>
          {t('dismissAll')}
        </button>
      )}
    </div>
  )
}

function Reason({ problem, files }: { problem: string; files: readonly Upload[] }) {
  const t = useWords()
  if (files.length === 1) return <p>{t('one', { name: files[0]?.name, problem })}</p>
  return (
    <details>
      <summary>{t('many', { count: files.length, problem })}</summary>
      <ul className={css.names}>
        {files.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
