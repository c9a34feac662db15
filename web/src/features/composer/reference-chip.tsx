// One reference in the composer: its picture; its role, strength and order over it; and the way off.
import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import { problemOf } from '@/shared/api/problem'
import { useImage } from '@/shared/api/references'
import type { Model, Reference } from '@/shared/api/types'
import { ReferenceSettings } from './reference-settings'
import css from './strip.module.css'
import { useWords } from './strip-words'
import { lacksFormat, STRENGTH, weighing } from './takes'

interface Props {
  reference: Reference
  /** Counted from 1. */
  place: number
  of: number
  models: Model[]
  onChange: (part: Partial<Reference>) => void
  onMove: (by: number) => void
  onRemove: () => void
}

export function ReferenceChip({ reference, place, of, models, onChange, onMove, onRemove }: Props) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const { data: image, error } = useImage(reference.image_id)
  const name = image?.file_name ?? t('picture')
  const format = image ? lacksFormat(image.media_type, models) : null
  const bad =
    (error && problemOf(error).status === 404 && t('referenceGone')) ||
    (image?.trashed_at != null && t('referenceTrashed')) ||
    (format && t('referenceFormat', { reason: format })) ||
    ''
  const weighed = weighing(models).length > 0 && reference.strength !== STRENGTH
  const says = [
    reference.role && t(reference.role),
    weighed && t('percent', { percent: Math.round(reference.strength * 100) }),
  ]
    .filter(Boolean)
    .join(' · ')

  return (
    <li className={css.chip} data-bad={bad ? true : undefined}>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        width={272}
        trapFocus
        withinPortal
        shadow="md"
      >
        <Popover.Target>
          <button
            type="button"
            className={css.main}
            aria-haspopup="dialog"
            aria-expanded={open}
            aria-label={[t('referenceNumber', { place, of, name }), says, bad].filter(Boolean).join('. ')}
            title={bad || name}
            onClick={() => setOpen(!open)}
            onKeyDown={event => {
              const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
              if (!by || !event.altKey) return
              event.preventDefault()
              onMove(by)
            }}
          >
            <img src={thumbUrl(reference.image_id)} alt="" width={28} height={28} />
            {bad && <IconAlertTriangle size={14} aria-hidden className={css.bad} />}
            {says && <span>{says}</span>}
          </button>
        </Popover.Target>
        <Popover.Dropdown className={css.drop} aria-label={name}>
          {open && (
            <ReferenceSettings
              {...{ reference, place, of, models, onChange, onMove }}
              image={image ?? null}
              name={name}
              bad={bad}
              onRemove={() => {
                setOpen(false)
                onRemove()
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className={css.off}
        aria-label={t('takeOff', { name })}
        title={t('takeOff', { name })}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </button>
    </li>
  )
}
