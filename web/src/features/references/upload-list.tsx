// Files on their way to a session, with how far each is, and why those that failed did.
import { IconPhoto, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { uploads, useUploads } from '@/shared/lib/uploads'
import { Refused } from '@/shared/ui/refused'
import css from './references.module.css'
import { useWords } from './words'

/** So many are shown one by one. */
const SHOWN = 5

export function UploadList({ sessionId }: { sessionId: string }) {
  const t = useWords()
  useEffect(() => uploads.show(sessionId), [sessionId])
  const list = useUploads().filter(upload => upload.sessionId === sessionId)
  const going = list.filter(({ state }) => state !== 'failed')
  const more = going.slice(SHOWN)
  return (
    <>
      {going.length > 0 && (
        <ul className={css.uploads} aria-label={t('uploads')}>
          {going.slice(0, SHOWN).map(({ id, name, preview, sent }) => (
            <li key={id}>
              {preview ? (
                <img className={css.kind} src={preview} alt="" width={36} height={36} />
              ) : (
                <IconPhoto className={`${css.kind} ${css.bare}`} aria-hidden />
              )}
              <span className={css.file}>
                <bdi>{name}</bdi>
                <progress max={1} value={sent} aria-label={name} />
              </span>
              <button type="button" aria-label={t('cancel', { name })} onClick={() => uploads.drop(id)}>
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
          {more.length > 0 && (
            <li>
              <span className={css.file}>{t('moreFiles', { count: more.length })}</span>
              <button
                type="button"
                aria-label={t('cancelMore', { count: more.length })}
                onClick={() => {
                  for (const { id } of more) uploads.drop(id)
                }}
              >
                <IconX size={16} aria-hidden />
              </button>
            </li>
          )}
        </ul>
      )}
      <div className={css.refused}>
        <Refused list={list} />
      </div>
    </>
  )
}
