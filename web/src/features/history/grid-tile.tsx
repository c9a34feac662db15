// One picture of the grid: light, for hundreds of them pass by in a second.
import { memo } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { HistoryImage } from '@/shared/api/history'
import { thumbWidth } from '@/shared/lib/batches'
import { placeholderUrl } from '@/shared/ui/thumb'
import css from './grid.module.css'
import type { Placed } from './justify'
import { Marks, markWords } from './marks'
import { useWords } from './words'

interface Props extends Placed {
  total: number
  item: HistoryImage | undefined
  model: string
  chosen: boolean
  /** Whether Tab lands here. */
  active: boolean
  draggable: boolean
}

export const GridTile = memo(function GridTile(props: Props) {
  const { index, left, top, width, height, total, item, model, chosen, active, draggable } = props
  const t = useWords()
  const image = item?.image
  const blurred = image && placeholderUrl(image.thumbhash)
  const marks = image && markWords(image, t)
  const said = item ? [t('gridTile', { model }), item.prompt, marks].filter(Boolean).join('. ') : t('loading')
  return (
    <div
      role="option"
      className={css.tile}
      data-index={index}
      data-rejected={image?.verdict === 'rejected' || undefined}
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-label={said}
      tabIndex={active ? 0 : -1}
      draggable={draggable && image !== undefined}
      style={{
        left,
        top,
        width,
        height,
        backgroundImage: blurred ? `url(${blurred})` : undefined,
      }}
    >
      {image && (
        <img
          key={image.id}
          className={css.picture}
          src={thumbUrl(image.id, thumbWidth(Math.max(width, height), globalThis.devicePixelRatio || 1))}
          alt=""
          decoding="async"
          draggable={false}
          data-sharp="true"
        />
      )}
      {image && <Marks image={image} />}
      <span className={css.pick} data-pick aria-hidden>
        <svg viewBox="0 0 16 16" role="presentation">
          <path d="M4 8.4 6.9 11 12 5.4" />
        </svg>
      </span>
    </div>
  )
})
