// What stands before and behind a row's name: cover, folder, and the marks of what goes on.
import { IconAlertCircle, IconChevronRight, IconFolder, IconFolderOpen, IconPhoto } from '@tabler/icons-react'
import { thumbUrl } from '@/shared/api/addresses'
import type { SidebarSession } from '@/shared/api/types'
import { placeholderUrl } from '@/shared/ui/thumb'
import styles from './row.module.css'
import type { Marks } from './tree'
import type { useWords } from './words'

export function FolderSign({ open }: { open: boolean }) {
  return (
    <>
      <IconChevronRight size={14} className={styles.chevron} data-open={open || undefined} />
      {open ? (
        <IconFolderOpen size={18} stroke={1.6} className={styles.folder} />
      ) : (
        <IconFolder size={18} stroke={1.6} className={styles.folder} />
      )}
    </>
  )
}

export function Cover({ session: { cover } }: { session: SidebarSession }) {
  if (!cover) {
    return (
      <span className={styles.cover}>
        <IconPhoto size={12} stroke={1.6} />
      </span>
    )
  }
  const blurred = placeholderUrl(cover.thumbhash)
  return (
    <img
      key={cover.image_id}
      className={styles.cover}
      style={blurred ? { backgroundImage: `url("${blurred}")` } : undefined}
      src={thumbUrl(cover.image_id)}
      width={20}
      height={20}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  )
}

/** Working before failed before unseen; the words are said beside it. */
export function Signs({ marks }: { marks: Marks | null }) {
  if (!marks) return null
  return (
    <>
      {marks.working > 0 && (
        <span className={styles.working}>
          <span className={styles.spinner} />
          <span aria-hidden>{marks.working}</span>
        </span>
      )}
      {marks.failed > 0 && <IconAlertCircle size={15} className={styles.failed} />}
      {marks.unseen > 0 && <span className={styles.unseen} />}
    </>
  )
}

/** The marks as words, for those who do not see them. */
export function sayMarks(say: ReturnType<typeof useWords>, marks: Marks): string {
  const told: string[] = []
  if (marks.working > 0) told.push(say('working', { count: marks.working }))
  if (marks.unseen > 0) told.push(say('unseen', { count: marks.unseen }))
  if (marks.failed > 0) told.push(say('failed', { count: marks.failed }))
  return told.length > 0 ? `, ${told.join(', ')}` : ''
}
