// A picture that is switched on and off for the next batch; greyed with the reason where it cannot be.
import { useId, useState } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { Image } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import { dragImage } from '@/shared/lib/drag-images'
import { useReferred } from '@/shared/lib/referred'
import { placeholderUrl } from '@/shared/ui/thumb'
import { toastProblem } from '@/shared/ui/toast'
import css from './references.module.css'
import { useWords } from './words'

interface Props {
  image: Image
  name: string
  sessionId: string
  /** Whether switching it on stores it with the session, where it is not yet. */
  keep: boolean
}

export function Toggle({ image, name, sessionId, keep }: Props) {
  const t = useWords()
  const id = useId()
  const [sharp, setSharp] = useState(false)
  const there = useReferred()
  const here = there?.sessionId === sessionId ? there : null
  const place = here?.references.findIndex(one => one.image_id === image.id) ?? -1
  const on = place >= 0
  const reason = on ? null : here ? here.full : t('elsewhere')
  const press = () => {
    if (reason) toastProblem(new Error(reason))
    else if (on) ask('unrefer', { imageIds: [image.id] })
    else ask('refer', { imageIds: [image.id], keep })
  }
  return (
    <>
      <button
        type="button"
        className={css.toggle}
        aria-pressed={on}
        aria-disabled={reason !== null}
        aria-label={t('reference', { name })}
        aria-describedby={reason ? `${id}reason` : undefined}
        title={reason ?? name}
        style={{ backgroundImage: `url(${placeholderUrl(image.thumbhash)})` }}
        draggable
        onDragStart={event => dragImage(event, image, sessionId)}
        onClick={press}
      >
        <img
          className={css.picture}
          src={thumbUrl(image.id)}
          alt=""
          loading="lazy"
          draggable={false}
          data-sharp={sharp}
          onLoad={() => setSharp(true)}
        />
        {on && (
          <span className={css.place} aria-hidden>
            {place + 1}
          </span>
        )}
      </button>
      {reason && (
        <span id={`${id}reason`} hidden>
          {reason}
        </span>
      )}
    </>
  )
}
