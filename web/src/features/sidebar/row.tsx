// One row of the sidebar: a folder or a session with its cover, marks and age.
import type { ItemInstance } from '@headless-tree/core'
import type { CSSProperties, MouseEvent } from 'react'
import { fullTime, shortAge } from '@/shared/lib/time'
import { NameField } from '@/shared/ui/name-field'
import styles from './row.module.css'
import { Cover, FolderSign, Signs, sayMarks } from './row-signs'
import { nameOf, type Row } from './tree'
import { useWords } from './words'

interface Props {
  item: ItemInstance<Row>
  row: Row
  top: number
  now: number
  active: boolean
  renaming: boolean
  pendingName: string | undefined
  onStartRenaming: () => void
  onRename: (name: string | null) => void
}

export function SidebarRow({ item, row, top, now, active, renaming, ...rest }: Props) {
  const say = useWords()
  const { onClick, ...props } = item.getProps() as {
    onClick: (event: MouseEvent) => void
    tabIndex: number
  }
  const name = rest.pendingName ?? nameOf(row)
  const marks = row.kind === 'session' ? row.session : row.marks
  const told = sayMarks(say, marks)
  const style: CSSProperties & Record<string, string | number> = {
    transform: `translateY(${top}px)`,
    '--level': item.getItemMeta().level,
  }
  const open = (event: MouseEvent) => {
    // With a modifier or the middle button the browser opens a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onClick(event)
  }
  const inside = (
    <>
      {row.kind === 'folder' ? <FolderSign open={item.isExpanded()} /> : <Cover session={row.session} />}
      {renaming ? (
        <span className={styles.name}>
          <NameField
            value={nameOf(row)}
            label={say('name', { name })}
            onDone={rest.onRename}
            onCancel={() => rest.onRename(null)}
          />
        </span>
      ) : (
        <bdi className={styles.name}>{name}</bdi>
      )}
      {told && <span className="visually-hidden">{told}</span>}
      {!renaming && (
        <span className={styles.aside}>
          <Signs marks={row.kind === 'folder' && item.isExpanded() ? null : marks} />
          {row.kind === 'folder' && row.count > 0 && row.count}
          {row.kind === 'session' && !marks.working && shortAge(row.session.modified_at, now)}
        </span>
      )}
    </>
  )
  // Its name is what it shows and says; the tree's own label would hide the marks.
  const shared = {
    ...props,
    'aria-label': undefined,
    style,
    className: styles.row,
    'data-active': active || undefined,
  }
  if (row.kind === 'folder' || renaming) {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys of all its rows
      <div {...shared} role="treeitem" tabIndex={props.tabIndex} onClick={renaming ? undefined : onClick}>
        {inside}
      </div>
    )
  }
  return (
    <a
      {...shared}
      href={`/s/${row.session.id}`}
      aria-current={active ? 'page' : undefined}
      title={`${name}\n${fullTime(row.session.modified_at)}`}
      draggable={false}
      onClick={open}
      onDoubleClick={rest.onStartRenaming}
    >
      {inside}
    </a>
  )
}
