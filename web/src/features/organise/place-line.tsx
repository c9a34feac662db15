// One place in a picker: its sign and name, the folders above it, and why it cannot be chosen.
import { IconHome } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { RowSign, signOf } from '@/shared/ui/row-sign'
import styles from './picker.module.css'
import type { Place } from './places'
import { useWords } from './words'

interface Props {
  id: string
  place: Place
  /** It stands under the folder it lies in, else it says where that is. */
  tree: boolean
  selected: boolean
  place_of: [at: number, count: number]
  style: CSSProperties
  onPoint: () => void
  onChoose: () => void
}

const STEP = 16 // pixels a level
const MOST = 12 // levels; deeper ones stand under one another

export function PlaceLine({
  id,
  place,
  tree,
  selected,
  place_of: [at, count],
  style,
  onPoint,
  onChoose,
}: Props) {
  const say = useWords()
  const { row, refusal, path } = place
  const under = tree ? '' : place.id === null ? say('root_words') : path.join(' / ')
  const indent =
    tree && place.id !== null ? { paddingInlineStart: 8 + Math.min(path.length + 1, MOST) * STEP } : null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field above
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
    <div
      id={id}
      className={styles.entry}
      role="option"
      aria-selected={selected}
      aria-disabled={refusal !== null}
      aria-posinset={at}
      aria-setsize={count}
      style={{ ...style, ...indent }}
      title={path.length > 0 ? [...path, place.name].join(' / ') : undefined}
      onClick={onPoint}
      onDoubleClick={onChoose}
    >
      {row ? (
        <RowSign {...signOf(row)} />
      ) : (
        <span className={styles.home}>
          <IconHome size={18} stroke={1.6} aria-hidden />
        </span>
      )}
      <span className={styles.words}>
        <bdi className={styles.name}>{place.id === null ? say('root') : place.name}</bdi>
        {under && <bdi className={styles.under}>{under}</bdi>}
      </span>
      {refusal && <span className={styles.why}>{say(refusal)}</span>}
    </div>
  )
}
