// The line that shows between which rows something would be dropped.
import type { Spot } from './drop'
import styles from './tree-list.module.css'

interface Props {
  spot: Spot | null
  refused: boolean
  rowHeight: number
}

export function DropLine({ spot, refused, rowHeight }: Props) {
  if (!spot || 'folder' in spot) return null
  return (
    <div
      className={styles.line}
      data-refused={refused || undefined}
      style={{ top: spot.index * rowHeight, insetInlineStart: 12 + spot.level * 16 }}
    />
  )
}
