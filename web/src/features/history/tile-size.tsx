// How large the tiles of the grid are.
import { IconPhoto } from '@tabler/icons-react'
import css from './filter-bar.module.css'
import { useWords } from './words'

interface Props {
  /** The height of a row, in pixels. */
  size: number
  onSize: (size: number) => void
}

export const SMALLEST = 90
export const LARGEST = 420

export function TileSize({ size, onSize }: Props) {
  const t = useWords()
  return (
    <label className={css.size} title={t('tileSize')}>
      <IconPhoto size={13} aria-hidden />
      <input
        type="range"
        aria-label={t('tileSize')}
        min={SMALLEST}
        max={LARGEST}
        step={10}
        value={Math.min(LARGEST, Math.max(SMALLEST, size))}
        onChange={event => onSize(Number(event.target.value))}
      />
      <IconPhoto size={19} aria-hidden />
    </label>
  )
}
