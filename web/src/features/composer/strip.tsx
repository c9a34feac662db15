// What the next batch starts from: the picture it grows out of, its references, and files on their way.
import { IconGitBranch, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { Reference } from '@/shared/api/types'
import { uploads, useShown, useUploads } from '@/shared/lib/uploads'
import { Refused } from '@/shared/ui/refused'
import { Lacking } from './lacking'
import { ReferenceChip } from './reference-chip'
import css from './strip.module.css'
import { useWords } from './strip-words'
import { lacksReferences, mostOf, reorder } from './takes'
import { type Referring, useReferring } from './use-referring'

interface Props extends Referring {
  /** Told why Generate would be refused because of the references, null when it would not. */
  onLack: (reason: string | null) => void
}

/** So many files on their way are shown one by one. */
const SHOWN = 3

export default function Strip(props: Props) {
  useReferring(props)
  const t = useWords()
  const { sessionId, draft, models, edit, onLack } = props
  const { references } = draft
  const parent = draft.parent?.kind === 'reference' ? null : draft.parent
  const shown = useShown(sessionId)
  const files = useUploads().filter(upload => upload.sessionId === sessionId && !shown)
  const sending = files.filter(({ state }) => state !== 'failed')
  const lack = lacksReferences(references, models)
  useEffect(() => onLack(lack), [lack, onLack])
  if (!references.length && !files.length && !parent) return null

  /** The draft without a picture; what it was to grow out of goes with it. */
  const without = (id: string) => {
    const grown = draft.parent?.image_id === id && draft.parent.kind !== 'vary'
    edit({ references: references.filter(one => one.image_id !== id), ...(grown && { parent: null }) })
  }
  const change = (at: number, part: Partial<Reference>) =>
    edit({ references: references.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  const most = mostOf(models)
  return (
    <>
      <div className={css.strip}>
        {parent && (
          <span className={css.parent}>
            <img src={thumbUrl(parent.image_id)} alt="" width={28} height={28} />
            <IconGitBranch size={14} aria-hidden />
            <span>{t(parent.kind === 'vary' ? 'varying' : 'continuing')}</span>
            <button
              type="button"
              className={css.off}
              aria-label={t('noParent')}
              title={t('noParent')}
              onClick={() => edit({ parent: null })}
            >
              <IconX size={14} aria-hidden />
            </button>
          </span>
        )}
        {references.length > 0 && (
          <ul className={css.list} aria-label={t('references')}>
            {references.map((reference, at) => (
              <ReferenceChip
                key={reference.image_id}
                reference={reference}
                place={at + 1}
                of={references.length}
                models={models}
                onChange={part => change(at, part)}
                onMove={by => edit({ references: reorder(references, at, by) })}
                onRemove={() => without(reference.image_id)}
              />
            ))}
          </ul>
        )}
        {references.length > 0 && models.length > 0 && (
          <span className={css.count} data-over={references.length > most || undefined}>
            <span aria-hidden>{t('countOf', { count: references.length, most })}</span>
            <span className="visually-hidden">{t('referenceCount', { count: references.length, most })}</span>
          </span>
        )}
        {sending.length > 0 && (
          <ul className={css.list} aria-label={t('uploading')}>
            {sending.slice(0, SHOWN).map(({ id, name, preview, state, sent }) => (
              <li key={id} className={css.upload} data-state={state} title={name}>
                {preview && <img src={preview} alt="" width={28} height={28} />}
                <progress className={css.progress} max={1} value={sent} aria-label={name} />
                <button
                  type="button"
                  className={css.off}
                  aria-label={t('cancelFile', { name })}
                  onClick={() => uploads.drop(id)}
                >
                  <IconX size={14} aria-hidden />
                </button>
              </li>
            ))}
            {sending.length > SHOWN && (
              <li className={css.upload} data-more>
                <span>{t('moreFiles', { count: sending.length - SHOWN })}</span>
                <button
                  type="button"
                  className={css.off}
                  aria-label={t('cancelMore', { count: sending.length - SHOWN })}
                  onClick={() => {
                    for (const { id } of sending.slice(SHOWN)) uploads.drop(id)
                  }}
                >
                  <IconX size={14} aria-hidden />
                </button>
              </li>
            )}
          </ul>
        )}
      </div>
      <Refused list={files} />
      {lack && (
        <Lacking reason={lack} {...{ references, models }} onMend={kept => edit({ references: kept })} />
      )}
    </>
  )
}
