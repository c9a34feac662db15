// The folders above a session, from the root; each one shows itself in the sidebar.
import { Menu } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useSidebar } from '@/shared/api/reads'
import { pathOf } from '@/shared/api/rows'
import type { Folder } from '@/shared/api/types'
import { RowSign, signOf } from '@/shared/ui/row-sign'
import { useWords } from '../words'
import styles from './header.module.css'
import { useSidebarFrame } from './sidebar-context'

const SHOWN = 2 // the first and the last; what lies between is in a menu

/** Folders from the root to the one with this id; those in the trash are not known. */
export function usePath(folderId: string | null): Folder[] {
  const folders = useSidebar().data?.folders
  return useMemo(
    () => (folders && folderId ? pathOf(new Map(folders.map(row => [row.id, row])), folderId) : []),
    [folders, folderId],
  )
}

export function Crumbs({ folderId }: { folderId: string | null }) {
  const say = useWords()
  const { narrow, reveal } = useSidebarFrame()
  const path = usePath(folderId)
  const first = path[0]
  if (!first) return null
  const hidden = narrow ? path : path.length > SHOWN + 1 ? path.slice(1, -1) : []
  const shown = path.filter(folder => !hidden.includes(folder))
  const crumb = (folder: Folder) => (
    <li key={folder.id} className={styles.crumb}>
      <button
        type="button"
        title={say('reveal', { name: folder.name })}
        aria-label={say('reveal', { name: folder.name })}
        onClick={() => reveal(folder.id)}
      >
        {(folder.emoji || folder.colour) && <RowSign {...signOf(folder)} size={18} />}
        <bdi>{folder.name}</bdi>
      </button>
      <span aria-hidden>/</span>
    </li>
  )
  return (
    <nav className={styles.crumbs} aria-label={say('path')}>
      <ol>
        {!narrow && crumb(first)}
        {hidden.length > 0 && (
          <li className={styles.crumb}>
            <Menu position="bottom-start" width={260}>
              <Menu.Target>
                <button type="button" aria-label={say(narrow ? 'path' : 'more_folders')}>
                  {narrow ? <IconFolder size={20} stroke={1.6} aria-hidden /> : '…'}
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {hidden.map((folder, level) => (
                  <Menu.Item
                    key={folder.id}
                    className={styles.item ?? ''}
                    style={{ paddingInlineStart: 12 + Math.min(level, 8) * 12 }}
                    leftSection={<RowSign {...signOf(folder)} size={18} />}
                    onClick={() => reveal(folder.id)}
                  >
                    <bdi>{folder.name}</bdi>
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            {!narrow && <span aria-hidden>/</span>}
          </li>
        )}
        {shown.filter(folder => folder !== first).map(crumb)}
      </ol>
    </nav>
  )
}
