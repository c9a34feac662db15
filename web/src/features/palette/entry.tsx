// One line of the palette: a gesture with its key, or a session with its cover.
import { IconPhoto } from '@tabler/icons-react'
import { thumbUrl } from '@/shared/api/addresses'
import type { SidebarSession } from '@/shared/api/types'
import type { Gesture } from '@/shared/lib/gestures'
import { Keys } from '@/shared/ui/keys'
import styles from './palette.module.css'

interface Props {
  id: string
  gesture?: Gesture
  session?: SidebarSession
  selected: boolean
  onPoint: () => void
  onChoose: () => void
}

export function Entry({ id, gesture, session, selected, onPoint, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field above
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
    <div
      id={id}
      className={styles.entry}
      role="option"
      aria-selected={selected}
      onPointerMove={selected ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className={styles.icon}>
        {session?.cover ? (
          <img className={styles.cover} src={thumbUrl(session.cover.image_id)} alt="" loading="lazy" />
        ) : session ? (
          <IconPhoto size={16} stroke={1.6} />
        ) : (
          gesture?.icon
        )}
      </span>
      <bdi className={styles.words}>{session?.name ?? gesture?.words}</bdi>
      {gesture?.key && <Keys keys={gesture.key} />}
    </div>
  )
}
