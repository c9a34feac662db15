// One picture of the grid: light, for hundreds of them pass by in a second.
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { HistoryImage } from '@/shared/api/history'
import type { Image } from '@/shared/api/types'
import { thumbWidth } from '@/shared/lib/batches'
import { colourOf, placeholderUrl } from '@/shared/ui/thumb'
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
  /** Whether the grid is being scrolled now. */
  moving: RefObject<boolean>
}

export const GridTile = memo(function GridTile(props: Props) {
  const { index, left, top, width, height, total, item, model, chosen, active, draggable, moving } = props
  const t = useWords()
  const image = item?.image
  const marks = image && markWords(image, t)
  const said = item ? [model, item.prompt, marks].filter(Boolean).join('. ') : t('loading')
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
      style={{ left, top, width, height }}
    >
      {image && <Picture key={image.id} image={image} width={Math.max(width, height)} moving={moving} />}
      {image && <Marks image={image} atTop />}
    </div>
  )
})

const SOON = 120 // milliseconds in which most thumbnails are there

interface PictureProps {
  image: Image
  width: number
  moving: RefObject<boolean>
}

/**
 * The picture over its blurred placeholder. While the grid is scrolled only its colour stands there at first:
 * a placeholder that is seen for a moment costs as much to draw as the picture.
 */
function Picture({ image, width, moving }: PictureProps) {
  const [blurred, setBlurred] = useState(() => !moving.current)
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => setBlurred(!picture.current?.complete), SOON)
    return () => clearTimeout(timer)
  }, [])
  return (
    <img
      ref={picture}
      className={css.picture}
      src={thumbUrl(image.id, thumbWidth(width, globalThis.devicePixelRatio || 1))}
      alt=""
      decoding="async"
      draggable={false}
      data-sharp="true"
      style={{
        backgroundColor: colourOf(image.thumbhash),
        backgroundImage: blurred ? `url(${placeholderUrl(image.thumbhash)})` : undefined,
      }}
      onLoad={() => setBlurred(false)}
    />
  )
}
