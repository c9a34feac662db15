// A plain list of things put away (archive, trash): rows to pick, what they are, and what can be done with them.
import { Checkbox } from '@mantine/core'
import { IconFolder, IconPhoto } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { Cover } from '@/shared/api/types'
import styles from './shelf.module.css'

interface Props {
  kind: 'session' | 'folder' | 'image'
  name: ReactNode
  /** The name in words, for the box that picks the row. */
  label: string
  path: string
  facts: string
  aside: string
  cover: Cover | null
  emoji?: string | null
  picked: boolean
  onPick: (range: boolean) => void
  children: ReactNode
}

/** One row; `children` are its buttons. */
export function ShelfRow({
  kind,
  name,
  label,
  path,
  facts,
  aside,
  cover,
  emoji,
  picked,
  onPick,
  children,
}: Props) {
  return (
    <li className={styles.row} data-picked={picked || undefined}>
      <Checkbox
        className={styles.box}
        checked={picked}
        aria-label={label}
        onChange={() => undefined}
        onClick={event => onPick(event.shiftKey)}
      />
      <span className={styles.sign}>
        {emoji ? (
          <span className={styles.emoji}>{emoji}</span>
        ) : kind === 'folder' ? (
          <IconFolder size={22} stroke={1.5} />
        ) : cover ? (
          <img
            className={styles.cover}
            src={thumbUrl(cover.image_id)}
            alt=""
            loading="lazy"
            decoding="async"
          />
        ) : (
          <IconPhoto size={20} stroke={1.5} />
        )}
      </span>
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.facts}>
          {path && (
            <>
              <bdi className={styles.path}>{path}</bdi>
              <span aria-hidden> · </span>
            </>
          )}
          {facts}
        </span>
      </span>
      <span className={styles.aside}>{aside}</span>
      <span className={styles.acts}>{children}</span>
    </li>
  )
}

export { styles as shelf }
