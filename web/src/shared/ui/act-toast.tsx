// Tells what was organised, with a button that takes it back (or does it again).
import type { Act } from '@/shared/api/types'
import { sayAct, toldWords } from '@/shared/lib/act-words'
import { newKey } from '@/shared/lib/ids'
import styles from './act-toast.module.css'
import { hideNotice, showNotice } from './notices'

let shown: string | null = null

/**
 * One at a time: a newer act takes the place of the one before. `unmade` where some of it never became a picture;
 * `onTurn` undoes it, or redoes an undone one.
 */
export function toastAct(act: Act, again: boolean, unmade: boolean, onTurn: () => void): void {
  if (shown !== null) hideNotice(shown)
  const id = newKey()
  showNotice({
    id,
    message: (
      <span className={styles.line}>
        <bdi className={styles.words}>{toldWords(act, again, unmade)}</bdi>
        <button
          type="button"
          className={styles.turn}
          onClick={() => {
            hideNotice(id)
            onTurn()
          }}
        >
          {sayAct(act.state === 'undone' ? 'redo' : 'undo')}
        </button>
      </span>
    ),
    autoClose: 8_000,
    role: 'status',
    closeButtonProps: { 'aria-label': sayAct('close') },
  })
  shown = id
}
