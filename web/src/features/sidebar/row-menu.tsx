// What can be done to rows, in a menu beside them or, under a finger, in a sheet from below.
import { Drawer, Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconArrowRight,
  IconCopy,
  IconExternalLink,
  IconFolderPlus,
  IconFolderSymlink,
  IconInfoCircle,
  IconPalette,
  IconPencil,
  IconPinned,
  IconPinnedOff,
  IconPlus,
  IconSelect,
  IconSettings,
  IconTrash,
} from '@tabler/icons-react'
import { Fragment, type KeyboardEvent } from 'react'
import { Keys } from '@/shared/ui/keys'
import { type ActionId, actionsFor } from './actions'
import styles from './row-menu.module.css'
import type { Row } from './tree'
import { useWords } from './words'

const ICONS: Record<ActionId, typeof IconPlus> = {
  open: IconArrowRight,
  'open-tab': IconExternalLink,
  'new-session': IconPlus,
  'new-folder': IconFolderPlus,
  select: IconSelect,
  rename: IconPencil,
  move: IconFolderSymlink,
  duplicate: IconCopy,
  appearance: IconPalette,
  pin: IconPinned,
  unpin: IconPinnedOff,
  archive: IconArchive,
  unarchive: IconArchiveOff,
  details: IconInfoCircle,
  defaults: IconSettings,
  trash: IconTrash,
}

interface Props {
  rows: readonly Row[]
  x: number
  y: number
  touch: boolean
  onRun: (action: ActionId) => void
  onClose: () => void
}

export default function RowMenu({ rows, x, y, touch, onRun, onClose }: Props) {
  const say = useWords()
  const actions = actionsFor(rows)
  const title = rows.length === 1 ? (rows[0]?.name ?? '') : say('rows', { count: rows.length })
  if (touch) {
    return (
      <Drawer
        opened
        position="bottom"
        size="auto"
        onClose={onClose}
        title={<bdi>{title}</bdi>}
        padding={0}
        closeButtonProps={{ 'aria-label': say('close'), iconSize: 20 }}
        zIndex={400}
        classNames={{ content: styles.sheet, header: styles.title, body: styles.body, close: styles.close }}
      >
        <div role="menu" aria-label={title} onKeyDown={walk}>
          {actions.map(({ id, group }, index) => (
            <Fragment key={id}>
              {index > 0 && actions[index - 1]?.group !== group && <hr className={styles.rule} />}
              <SheetRow id={id} first={index === 0} words={say(`do_${id}`)} onRun={onRun} />
            </Fragment>
          ))}
        </div>
      </Drawer>
    )
  }
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={4}
      withinPortal
      trapFocus
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      closeOnItemClick={false}
      zIndex={400}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={styles.anchor}
          style={{ left: x, top: y }}
          aria-label={title}
        />
      </Menu.Target>
      <Menu.Dropdown className={styles.menu} aria-label={title}>
        {rows.length > 1 && <Menu.Label>{title}</Menu.Label>}
        {actions.map(({ id, group, key }, index) => {
          const Icon = ICONS[id]
          return (
            <Fragment key={id}>
              {index > 0 && actions[index - 1]?.group !== group && <hr className={styles.divider} />}
              <Menu.Item
                className={styles.item}
                data-danger={id === 'trash' || undefined}
                leftSection={<Icon size={16} stroke={1.6} />}
                rightSection={key && <Keys keys={key} />}
                onClick={() => onRun(id)}
              >
                {say(`do_${id}`)}
              </Menu.Item>
            </Fragment>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The arrow keys go from one to the next, as in every menu. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const items = [...event.currentTarget.querySelectorAll('button')]
  const at = items.indexOf(event.target as HTMLButtonElement)
  if (!step || at < 0) return
  event.preventDefault()
  items[(at + step + items.length) % items.length]?.focus()
}

interface SheetRowProps {
  id: ActionId
  first: boolean
  words: string
  onRun: (action: ActionId) => void
}

function SheetRow({ id, first, words, onRun }: SheetRowProps) {
  const Icon = ICONS[id]
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={first ? 0 : -1}
      data-autofocus={first || undefined}
      className={styles.row}
      data-danger={id === 'trash' || undefined}
      onClick={() => onRun(id)}
    >
      <Icon size={20} stroke={1.6} />
      {words}
    </button>
  )
}
