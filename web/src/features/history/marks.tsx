// What was said of a picture, as quiet marks on its tile.
import { IconCheck, IconStarFilled, IconThumbDownFilled } from '@tabler/icons-react'
import type { Image } from '@/shared/api/types'
import css from './marks.module.css'
import type { say } from './words'

interface Props {
  image: Image
  /** Where the foot of the tile is needed for its facts. */
  atTop?: boolean
}

export function Marks({ image: { verdict, favourite, rating, tags }, atTop = false }: Props) {
  if (!verdict && !favourite && !rating && !tags.length) return null
  return (
    <span className={css.marks} data-top={atTop || undefined} aria-hidden>
      {verdict === 'kept' && <IconCheck size={13} stroke={3} />}
      {verdict === 'rejected' && <IconThumbDownFilled size={12} />}
      {favourite && <IconStarFilled size={12} />}
      {rating > 0 && (
        <span className={css.rating}>
          {Array.from({ length: rating }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
            <span key={at} />
          ))}
        </span>
      )}
      {tags.length > 0 && <span>#{tags.length}</span>}
    </span>
  )
}

/** The same in words, for who hears the tile. */
export function markWords({ verdict, favourite, rating, tags }: Image, t: typeof say): string {
  return [
    verdict === 'kept' && t('isKept'),
    verdict === 'rejected' && t('isRejected'),
    favourite && t('isStarred'),
    rating > 0 && t('isRated', { rating }),
    tags.join(', '),
  ]
    .filter(Boolean)
    .join(', ')
}
