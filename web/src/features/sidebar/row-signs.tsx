// What stands before and behind a row's name: cover, folder, emoji, and the marks of what goes on.
import {
  IconAlertCircle,
  IconChevronRight,
  IconDots,
  IconFolder,
  IconFolderOpen,
  IconPhoto,
  IconPlus,
} from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { SidebarFolder, SidebarSession } from '@/shared/api/types'
import { placeholderUrl } from '@/shared/ui/thumb'
import styles from './row.module.css'
import type { Marks } from './tree'

/** The colour of a row as the stylesheet takes it. */
export function tint(colour: string | null): CSSProperties & Record<string, string> {
  return colour ? { '--tint': `var(--tint-${colour})` } : {}
}

export function FolderSign({ folder, open }: { folder: SidebarFolder; open?: boolean }) {
  const Sign = open ? IconFolderOpen : IconFolder
  return (
    <>
      {open !== undefined && (
        <IconChevronRight
          size={14}
          className={styles.chevron}
          data-open={open || undefined}
          data-part="fold"
        />
      )}
      {folder.emoji ? (
        <span className={styles.emoji} aria-hidden>
          {folder.emoji}
          {folder.colour && <span className={styles.tint} style={tint(folder.colour)} />}
        </span>
      ) : (
        <Sign size={18} stroke={1.6} className={styles.folder} style={tint(folder.colour)} />
      )}
    </>
  )
}

export function Cover({ session: { cover, emoji, colour } }: { session: SidebarSession }) {
  const dot = colour && <span className={styles.tint} style={tint(colour)} />
  if (emoji) {
    return (
      <span className={styles.emoji} aria-hidden>
        {emoji}
        {dot}
      </span>
    )
  }
  if (!cover) {
    return (
      <span className={styles.cover}>
        <IconPhoto size={12} stroke={1.6} />
        {dot}
      </span>
    )
  }
  const blurred = placeholderUrl(cover.thumbhash)
  return (
    <span className={styles.cover}>
      <img
        key={cover.image_id}
        className={styles.picture}
        style={blurred ? { backgroundImage: `url("${blurred}")` } : undefined}
        src={thumbUrl(cover.image_id)}
        width={20}
        height={20}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
      />
      {dot}
    </span>
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

/** What a mouse finds on a row; keys reach the same by the row's menu. */
export function RowButtons({ folder }: { folder: boolean }) {
  return (
    <span className={styles.buttons} aria-hidden>
      {folder && (
        <span className={styles.button} data-part="add">
          <IconPlus size={15} stroke={1.8} />
        </span>
      )}
      <span className={styles.button} data-part="menu">
        <IconDots size={15} stroke={1.8} />
      </span>
    </span>
  )
}
