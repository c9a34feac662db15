// The reference pictures of a batch, small, beside what else it asked for.
import { thumbUrl } from '@/shared/api/addresses'
import type { Batch } from '@/shared/api/types'
import css from './history.module.css'
import { useWords } from './words'

const SHOWN = 4

export function References({ references }: Pick<Batch, 'references'>) {
  const t = useWords()
  if (!references.length) return null
  const words = t('references', { count: references.length })
  return (
    <span className={css.references} title={words}>
      <span className="visually-hidden">{words}</span>
      {references.slice(0, SHOWN).map(({ image_id }) => (
        <img
          key={image_id}
          src={thumbUrl(image_id)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          // It may have been deleted for ever since.
          onError={event => {
            event.currentTarget.hidden = true
          }}
        />
      ))}
      {references.length > SHOWN && <span aria-hidden>+{references.length - SHOWN}</span>}
    </span>
  )
}
