// The sign of a folder or a session: its emoji, its cover, or a shape in its colour.
import { IconFolder, IconPhoto } from '@tabler/icons-react'
import { thumbUrl } from '@/shared/api/addresses'
import styles from './row-sign.module.css'

export interface Signed {
  kind: 'folder' | 'session' | 'image'
  colour?: string | null
  emoji?: string | null
  cover?: { image_id: string } | null
}

export function RowSign({ kind, colour, emoji, cover, size = 24 }: Signed & { size?: number }) {
  const tint = colour ? { color: `var(--tint-${colour})` } : undefined
  const box = { width: size, height: size, fontSize: size * 0.72 }
  const dot = colour && (emoji || cover) && (
    <span className={styles.dot} style={{ background: `var(--tint-${colour})` }} />
  )
  return (
    <span className={styles.sign} style={{ ...box, ...tint }} aria-hidden>
      {emoji ? (
        emoji
      ) : cover ? (
        <img
          className={styles.cover}
          src={thumbUrl(cover.image_id)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      ) : kind === 'folder' ? (
        <IconFolder size={size * 0.8} stroke={1.6} />
      ) : (
        <IconPhoto size={size * 0.7} stroke={1.6} />
      )}
      {dot}
    </span>
  )
}

/** What a row of the sidebar shows as its sign. */
export function signOf(
  row: { emoji: string | null; colour: string | null } & (
    | { parent_id: unknown }
    | { cover: Signed['cover'] }
  ),
): Signed {
  const { emoji, colour } = row
  return 'cover' in row
    ? { kind: 'session', emoji, colour, cover: row.cover ?? null }
    : { kind: 'folder', emoji, colour }
}
