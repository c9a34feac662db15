// How many rows are picked, and what can be done to them all at once.
import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconDots,
  IconFolderSymlink,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { type ActionId, actionsFor } from './actions'
import styles from './selection-bar.module.css'
import type { Row } from './tree'
import { useWords } from './words'

const OFFERED: Partial<Record<ActionId, typeof IconX>> = {
  move: IconFolderSymlink,
  archive: IconArchive,
  unarchive: IconArchiveOff,
  trash: IconTrash,
}

interface Props {
  rows: readonly Row[]
  onRun: (action: ActionId) => void
  onMenu: (x: number, y: number) => void
  onClear: () => void
}

export default function SelectionBar({ rows, onRun, onMenu, onClear }: Props) {
  const say = useWords()
  return (
    <div className={styles.bar} role="toolbar" aria-label={say('picked_rows')}>
      <span className={styles.count}>{say('picked', { count: rows.length })}</span>
      {actionsFor(rows).map(({ id }) => {
        const Icon = OFFERED[id]
        return (
          Icon && (
            <Tooltip key={id} label={say(`do_${id}`)}>
              <ActionIcon
                variant="subtle"
                color="gray"
                className={styles.tool}
                aria-label={say(`do_${id}`)}
                onClick={() => onRun(id)}
              >
                <Icon size={17} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )
        )
      })}
      {rows.length > 0 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles.tool}
          aria-label={say('more')}
          onClick={event => {
            const box = event.currentTarget.getBoundingClientRect()
            onMenu(box.left, box.top)
          }}
        >
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      )}
      <Tooltip label={say('unpick')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles.tool}
          aria-label={say('unpick')}
          onClick={onClear}
        >
          <IconX size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
