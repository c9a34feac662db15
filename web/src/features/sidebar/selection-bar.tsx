// How many rows are picked, and what can be done to them all at once.
import {
  IconArchive,
  IconArchiveOff,
  IconDots,
  IconFolderSymlink,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { Tool } from '@/shared/ui/tool'
import { type ActionId, actionsFor } from './actions'
import styles from './selection-bar.module.css'
import type { Row } from './tree'
import { useWords } from './words'

type Offered = 'move' | 'archive' | 'unarchive' | 'trash'

const OFFERED: Record<Offered, typeof IconX> = {
  move: IconFolderSymlink,
  archive: IconArchive,
  unarchive: IconArchiveOff,
  trash: IconTrash,
}
const isOffered = (id: ActionId): id is Offered => id in OFFERED

interface Props {
  rows: readonly Row[]
  onRun: (action: ActionId) => void
  onMenu: (x: number, y: number) => void
  onClear: () => void
}

export default function SelectionBar({ rows, onRun, onMenu, onClear }: Props) {
  const say = useWords()
  const offered = actionsFor(rows)
    .map(({ id }) => id)
    .filter(isOffered)
  const openMenu = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    onMenu(box.left, box.top)
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={say('picked_rows')}>
      <span className={styles.count}>{say('picked', { count: rows.length })}</span>
      {offered.map(id => (
        <One
          key={id}
          words={say(`do_${id}`)}
          short={say(`short_${id}`)}
          Icon={OFFERED[id]}
          onClick={() => onRun(id)}
        />
      ))}
      {rows.length > 0 && <One words={say('more')} short={say('more')} Icon={IconDots} onClick={openMenu} />}
      <One words={say('unpick')} short={say('short_unpick')} Icon={IconX} onClick={onClear} />
    </div>
  )
}

interface OneProps {
  words: string
  /** Under the sign where there is no pointer to rest on it. */
  short: string
  Icon: typeof IconX
  onClick: (event: MouseEvent) => void
}

function One({ words, short, Icon, onClick }: OneProps) {
  return (
    <Tool words={words} className={styles.tool} onClick={onClick}>
      <Icon size={17} stroke={1.6} />
      <span className={styles.short}>{short}</span>
    </Tool>
  )
}
