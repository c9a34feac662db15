// One line of the quick switcher: cover or folder sign, the name with its matched letters, and where it lies.
import { IconArchive, IconFolder, IconPhoto } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { Named } from './names'
import styles from './switcher.module.css'
import { useWords } from './words'

interface Props {
  id: string
  row: Named
  marks: number[]
  path: string
  selected: boolean
  onPoint: () => void
  onChoose: (apart: boolean) => void
}

export function Choice({ id, row, marks, path, selected, onPoint, onChoose }: Props) {
  const say = useWords()
  const choose = (event: MouseEvent) => onChoose(event.ctrlKey || event.metaKey)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field above
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
    <div
      id={id}
      className={styles.entry}
      role="option"
      aria-selected={selected}
      onPointerMove={selected ? undefined : onPoint}
      onClick={choose}
    >
      <span className={styles.icon}>
        <Sign row={row} />
      </span>
      <span className={styles.words}>
        <bdi className={styles.name}>{marked(row.name, marks)}</bdi>
        {path && <bdi className={styles.path}>{path}</bdi>}
      </span>
      {row.archived && (
        <IconArchive size={16} stroke={1.6} aria-label={say('archived')} className={styles.aside} />
      )}
    </div>
  )
}

function Sign({ row }: { row: Named }) {
  if (row.emoji) return <span className={styles.emoji}>{row.emoji}</span>
  if ('parent_id' in row) return <IconFolder size={18} stroke={1.6} />
  if (!row.cover) return <IconPhoto size={16} stroke={1.6} />
  return <img className={styles.cover} src={thumbUrl(row.cover.image_id)} alt="" loading="lazy" />
}

/** The name in pieces, letters side by side marked together. */
function marked(name: string, marks: number[]) {
  if (marks.length === 0) return name
  const hit = new Set(marks)
  const pieces: { at: number; text: string; hit: boolean }[] = []
  for (let at = 0; at < name.length; at++) {
    const last = pieces.at(-1)
    if (last && last.hit === hit.has(at)) last.text += name[at]
    else pieces.push({ at, text: name[at] ?? '', hit: hit.has(at) })
  }
  return pieces.map(piece => (piece.hit ? <mark key={piece.at}>{piece.text}</mark> : piece.text))
}
