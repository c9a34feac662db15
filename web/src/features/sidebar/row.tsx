// One row of the sidebar: a folder or a session with its cover, marks and age. Its list hears what is done to it.
import { IconBan } from '@tabler/icons-react'
import { type CSSProperties, memo } from 'react'
import { fullTime, shortAge } from '@/shared/lib/time'
import { NameField } from '@/shared/ui/name-field'
import type { Line } from './lines'
import { MarkedName } from './marked-name'
import styles from './row.module.css'
import { Cover, FolderSign, RowButtons, Signs } from './row-signs'
import { sayRow } from './say-row'
import { useWords } from './words'

export interface RowState {
  active: boolean
  selected: boolean
  focused: boolean
  /** It is what is dragged or carried. */
  moving: boolean
  /** What is dragged would go into it, or cannot. */
  target: 'into' | 'never' | undefined
  draggable: boolean
}

interface Props extends RowState {
  line: Line
  top: number
  now: number
  /** What was typed into the filter, where the row was found by it. */
  text: string
  /** It is only the way to what was found. */
  dim: boolean
  onRename: ((name: string | null) => void) | null
}

export const SidebarRow = memo(function SidebarRow({ line, top, now, text, dim, onRename, ...state }: Props) {
  const say = useWords()
  const { row, open } = line
  const { name } = row
  const marks = row.kind === 'session' ? row.session : row.marks
  const style: CSSProperties & Record<string, string | number> = {
    transform: `translateY(${top}px)`,
    '--level': line.level,
  }
  const renaming = onRename !== null
  const inside = (
    <>
      {row.kind === 'folder' ? (
        <FolderSign folder={row.folder} open={open} />
      ) : (
        <Cover session={row.session} />
      )}
      {renaming ? (
        <span className={styles.name}>
          <NameField
            value={name}
            label={say('name', { name })}
            onDone={onRename}
            onCancel={() => onRename(null)}
          />
        </span>
      ) : (
        <bdi className={styles.name}>
          <MarkedName name={name} text={text} />
        </bdi>
      )}
      {!renaming && (
        <>
          {state.target === 'never' && <IconBan size={16} className={styles.never} aria-hidden />}
          <span className={styles.aside}>
            <Signs marks={row.kind === 'folder' && open ? null : marks} />
            {row.kind === 'folder' && row.count > 0 && row.count}
            {row.kind === 'session' && !marks.working && shortAge(row.session.modified_at, now)}
          </span>
          <RowButtons folder={row.kind === 'folder'} />
        </>
      )}
    </>
  )
  const shared = {
    'data-id': row.id,
    style,
    className: styles.row,
    role: 'treeitem',
    'aria-label': sayRow(say, row),
    tabIndex: state.focused ? 0 : -1,
    'aria-level': line.level + 1,
    'aria-posinset': line.place,
    'aria-setsize': line.of,
    'aria-selected': state.selected,
    'data-active': state.active || undefined,
    'data-selected': state.selected || undefined,
    'data-moving': state.moving || undefined,
    'data-target': state.target,
    'data-dim': dim || undefined,
    draggable: state.draggable && !renaming,
  }
  if (row.kind === 'folder' || renaming) {
    return (
      <div
        {...shared}
        role="treeitem"
        tabIndex={shared.tabIndex}
        aria-expanded={row.kind === 'folder' ? open : undefined}
      >
        {inside}
      </div>
    )
  }
  return (
    <a
      {...shared}
      href={`/s/${row.id}`}
      aria-current={state.active ? 'page' : undefined}
      title={`${name}\n${fullTime(row.session.modified_at)}`}
    >
      {inside}
    </a>
  )
})
