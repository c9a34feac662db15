// What is said while rows are dragged or carried: over the foot of the tree, which it neither moves nor covers for
// the pointer.
import { IconArrowRight, IconBan } from '@tabler/icons-react'
import { Keys } from '@/shared/ui/keys'
import styles from './tree-panel.module.css'
import { useWords } from './words'

interface Props {
  words: string
  refused: boolean
  /** By keyboard: its keys are shown. */
  carried: boolean
}

export function DragHint({ words, refused, carried }: Props) {
  const say = useWords()
  const Sign = refused ? IconBan : IconArrowRight
  return (
    <div className={styles.over} aria-hidden>
      <div className={styles.hint} data-refused={refused || undefined}>
        <p className={styles.told}>
          <Sign size={16} stroke={1.8} />
          <span>{words}</span>
        </p>
        {carried && (
          <ul className={styles.keys}>
            <li>
              <Keys keys="ArrowUp" />
              <Keys keys="ArrowDown" />
              {say('carry_choose')}
            </li>
            <li>
              <Keys keys="ArrowRight" />
              <Keys keys="ArrowLeft" />
              {say('carry_fold')}
            </li>
            <li>
              <Keys keys="Enter" />
              {say('carry_drop')}
            </li>
            <li>
              <Keys keys="Escape" />
              {say('carry_leave')}
            </li>
          </ul>
        )}
      </div>
    </div>
  )
}
