// The line above a session: its name (renamed in place) and how much it holds.
import { ActionIcon, Skeleton, Tooltip } from '@mantine/core'
import { IconLayoutSidebar, IconMenu2, IconPencil } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import type { Session } from '@/shared/api/types'
import { useGestures } from '@/shared/lib/gestures'
import { NameField } from '@/shared/ui/name-field'
import { VIEW_NAMES } from '../routes/views'
import { useWords } from '../words'
import { Crumbs } from './crumbs'
import styles from './header.module.css'
import { SessionMenu } from './session-menu'
import { useSidebarFrame } from './sidebar-context'
import { ViewSwitch } from './view-switch'

interface Props {
  session?: Session
  /** What the page is, where it is no session's. */
  title?: string
}

export function Header({ session, title }: Props) {
  const say = useWords()
  const { shown, narrow, toggle } = useSidebarFrame()
  const { sessionId } = useParams({ strict: false })
  const [editing, setEditing] = useState(false)
  return (
    <header className={styles.header} data-bare={(!sessionId && !title) || undefined}>
      {(!shown || narrow) && (
        <Tooltip label={say('open_sidebar')} disabled={narrow}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className={styles.menu}
            aria-label={say('open_sidebar')}
            onClick={toggle}
          >
            {narrow ? <IconMenu2 size={20} /> : <IconLayoutSidebar size={18} />}
          </ActionIcon>
        </Tooltip>
      )}
      {session ? (
        <>
          <Crumbs folderId={session.folder_id} />
          <Name key={session.id} session={session} editing={editing} onEdit={setEditing} />
          <p className={styles.counts}>
            {say('images', { count: session.counts.images })} ·{' '}
            {say('batches', { count: session.counts.batches })}
          </p>
          {!narrow && VIEW_NAMES.length > 1 && <ViewSwitch sessionId={session.id} />}
          {!session.in_trash && <SessionMenu session={session} onRename={() => setEditing(true)} />}
        </>
      ) : (
        sessionId && <Skeleton height={14} width={180} />
      )}
      {title && <h1 className={styles.title}>{title}</h1>}
    </header>
  )
}

interface NameProps {
  session: Session
  editing: boolean
  onEdit: (editing: boolean) => void
}

function Name({ session, editing, onEdit }: NameProps) {
  const say = useWords()
  const change = useOrganise()
  useGestures([
    {
      id: 'rename-session',
      words: say('rename'),
      group: say('group_everywhere'),
      key: 'F2',
      icon: <IconPencil size={16} />,
      run: () => onEdit(true),
    },
  ])

  const rename = (name: string) => {
    onEdit(false)
    if (name !== session.name) change.mutate({ act: 'rename', ids: [session.id], name })
  }
  // The new name shows while the server is told; refused, the old one is back.
  const shown = change.isPending ? (change.variables.name ?? session.name) : session.name
  if (editing) {
    return (
      <h1 className={styles.title}>
        <NameField
          value={session.name}
          label={say('session_name')}
          onDone={rename}
          onCancel={() => onEdit(false)}
        />
      </h1>
    )
  }
  return (
    <h1 className={styles.title}>
      <button
        type="button"
        className={styles.name}
        title={say('rename_hint')}
        onDoubleClick={() => onEdit(true)}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            event.preventDefault()
            onEdit(true)
          }
        }}
      >
        <bdi>{shown}</bdi>
      </button>
    </h1>
  )
}
