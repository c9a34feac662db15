// Says that a session lies in the trash or in the archive, with the way out.
import { Button } from '@mantine/core'
import { IconArchive, IconTrash } from '@tabler/icons-react'
import { useOrganise } from '@/shared/api/organise'
import type { Session } from '@/shared/api/types'
import { usePath } from '../shell/crumbs'
import { useWords } from '../words'
import styles from './session-place.module.css'

export function SessionPlace({ session }: { session: Session }) {
  const say = useWords()
  const organise = useOrganise()
  const folder = usePath(session.folder_id).find(({ archived }) => archived)
  const ids = [session.id]
  if (session.in_trash) {
    return (
      <div className={styles.place} data-trash role="status">
        <IconTrash size={20} stroke={1.6} aria-hidden />
        <p>{say('in_trash')}</p>
        <Button loading={organise.isPending} onClick={() => organise.mutate({ act: 'restore', ids })}>
          {say('restore')}
        </Button>
      </div>
    )
  }
  if (!session.archived && !folder) return null
  return (
    <div className={styles.place} role="status">
      <IconArchive size={18} stroke={1.6} aria-hidden />
      <p>
        {session.archived || !folder ? say('is_archived') : say('in_archived_folder', { name: folder.name })}
      </p>
      <Button
        variant="default"
        size="xs"
        className={styles.button ?? ''}
        loading={organise.isPending}
        onClick={() =>
          organise.mutate({ act: 'unarchive', ids: session.archived || !folder ? ids : [folder.id] })
        }
      >
        {say('unarchive')}
      </Button>
    </div>
  )
}
