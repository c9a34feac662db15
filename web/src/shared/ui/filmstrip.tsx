// Small pictures in a row, for going to a neighbour or putting one in another's place.
import { IconStarFilled } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { Shown } from '@/shared/lib/pictures'
import css from './filmstrip.module.css'
import { placeholderUrl } from './thumb'

interface Props {
  /** What the row is, for who hears it. */
  words: string
  /** What a picture is called: its prompt, or only its place while names are hidden. */
  nameOf: (shown: Shown, at: number) => string
  pictures: Shown[]
  currentId: string | null
  /** Others that are in view too. */
  shownIds?: readonly string[]
  onChoose: (imageId: string) => void
}

const AROUND = 40

/** The pictures around the current one; at most eighty are drawn, however long the session is. */
export function Filmstrip({ words, nameOf, pictures, currentId, shownIds = [], onChoose }: Props) {
  const row = useRef<HTMLElement>(null)
  const index = Math.max(
    0,
    pictures.findIndex(({ image }) => image.id === currentId),
  )
  const start = Math.max(0, index - AROUND)
  const near = pictures.slice(start, index + AROUND)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another current one is what moves the row
  useEffect(() => {
    const strip = row.current
    const tile = strip?.querySelector<HTMLElement>('[aria-current]')
    if (strip && tile) strip.scrollLeft = tile.offsetLeft - (strip.clientWidth - tile.offsetWidth) / 2
  }, [currentId, near.length])

  return (
    <nav ref={row} className={css.strip} aria-label={words}>
      {near.map((shown, at) => {
        const { image } = shown
        const current = image.id === currentId
        return (
          <button
            key={image.id}
            type="button"
            className={css.tile}
            aria-label={nameOf(shown, start + at)}
            aria-current={current || undefined}
            data-shown={shownIds.includes(image.id) || undefined}
            data-rejected={image.verdict === 'rejected' || undefined}
            tabIndex={current || (currentId === null && at === 0) ? 0 : -1}
            style={{ aspectRatio: `${clampRatio(image.width / image.height)}` }}
            onClick={() => onChoose(image.id)}
          >
            <img
              src={thumbUrl(image.id, 320)}
              alt=""
              loading="lazy"
              draggable={false}
              style={{ backgroundImage: `url(${placeholderUrl(image.thumbhash)})` }}
            />
            {image.favourite && <IconStarFilled size={11} className={css.star} aria-hidden />}
          </button>
        )
      })}
    </nav>
  )
}

function clampRatio(ratio: number): number {
  return Math.min(1.6, Math.max(0.7, ratio))
}
