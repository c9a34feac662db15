// A stored reference: switched on by a press; below it what it was used in, over it the way out of the list.
import { IconAlertTriangle, IconMaximize, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRemoveReference } from '@/shared/api/references'
import type { Stored } from '@/shared/api/upload'
import { ask } from '@/shared/lib/asks'
import { toast, toastProblem } from '@/shared/ui/toast'
import css from './references.module.css'
import { Toggle } from './toggle'
import { useWords } from './words'

interface Props {
  item: Stored
  name: string
  sessionId: string
  onUses: () => void
  onLeave: (() => void) | undefined
}

export function StoredTile({ item, name, sessionId, onUses, onLeave }: Props) {
  const t = useWords()
  const { mutate: remove } = useRemoveReference(sessionId)
  const { image, used, warnings } = item
  return (
    <li className={css.tile}>
      <Toggle image={image} name={name} sessionId={sessionId} keep={false} />
      <Link
        className={css.look}
        to="/s/$sessionId/i/$imageId"
        params={{
          sessionId: image.origin === 'made' && image.session_id ? image.session_id : sessionId,
          imageId: image.id,
        }}
        aria-label={t('look', { name })}
        title={t('look', { name })}
        {...(onLeave && { onClick: onLeave })}
      >
        <IconMaximize size={14} aria-hidden />
      </Link>
      <button
        type="button"
        className={css.remove}
        aria-label={t('remove', { name })}
        title={t('remove', { name })}
        onClick={() => {
          ask('unrefer', { imageIds: [image.id] })
          remove(image.id, { onSuccess: () => toast(t('removed')), onError: toastProblem })
        }}
      >
        <IconX size={14} aria-hidden />
      </button>
      <bdi className={css.caption} title={name}>
        {name}
      </bdi>
      {used > 0 && (
        <button type="button" className={css.used} onClick={onUses}>
          {t('used', { count: used })}
        </button>
      )}
      {warnings.map(({ code, words }) => (
        <span key={code} className={css.warning}>
          <IconAlertTriangle size={13} className={css.caution} aria-hidden />
          {words}
        </span>
      ))}
    </li>
  )
}
