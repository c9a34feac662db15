// What can be done with the session in view, from its header.
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconFolderSymlink,
  IconInfoCircle,
  IconPalette,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useOrganise } from '@/shared/api/organise'
import type { Session } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import { useWords } from '../words'
import styles from './header.module.css'

// The menu gives the focus back to its button first: the name's field takes it after that.
const AFTER = 50

interface Props {
  session: Session
  onRename: () => void
}

export function SessionMenu({ session, onRename }: Props) {
  const say = useWords()
  const organise = useOrganise()
  const ids = [session.id]
  const { pinned, archived } = session
  const items: [words: string, icon: ReactNode, run: () => unknown][] = [
    [say('details'), <IconInfoCircle key="i" size={16} />, () => ask('details', { id: session.id })],
    [say('rename'), <IconPencil key="r" size={16} />, () => setTimeout(onRename, AFTER)],
    [say('move_to'), <IconFolderSymlink key="m" size={16} />, () => ask('move-to', { ids })],
    [say('duplicate'), <IconCopy key="d" size={16} />, () => ask('duplicate', { ids })],
    [say('look'), <IconPalette key="l" size={16} />, () => ask('appearance', { ids })],
    [
      say(pinned ? 'unpin' : 'pin'),
      pinned ? <IconPinnedOff key="p" size={16} /> : <IconPin key="p" size={16} />,
      () => organise.mutate({ act: pinned ? 'unpin' : 'pin', ids }),
    ],
    [
      say(archived ? 'unarchive' : 'archive_it'),
      archived ? <IconArchiveOff key="a" size={16} /> : <IconArchive key="a" size={16} />,
      () => organise.mutate({ act: archived ? 'unarchive' : 'archive', ids }),
    ],
    [say('trash_it'), <IconTrash key="t" size={16} />, () => ask('trash', { ids })],
  ]
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" className={styles.menu} aria-label={say('more')}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(([words, icon, run]) => (
          <Menu.Item key={words} className={styles.item ?? ''} leftSection={icon} onClick={run}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
