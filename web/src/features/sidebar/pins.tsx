// Pinned sessions and folders above the tree; they keep their place in it too.
import { IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { useKept } from '@/shared/lib/kept'
import styles from './row.module.css'
import { Cover, FolderSign, RowButtons, Signs } from './row-signs'
import { sayRow } from './say-row'
import type { Row } from './tree'
import panel from './tree-panel.module.css'
import { useWords } from './words'

interface Props {
  rows: readonly Row[]
  activeId: string | null
  targetId: string | null
  refused: boolean
  draggable: boolean
  onClick: (event: MouseEvent) => void
  /** A press on a row that is no move of the cursor. */
  onKeyDown: (event: KeyboardEvent, id: string) => void
}

export function Pins({ rows, activeId, targetId, refused, draggable, onClick, onKeyDown }: Props) {
  const say = useWords()
  const [open, setOpen] = useKept('sidebar.pins', true)
  const [at, setAt] = useState(0)
  const first = Math.min(at, rows.length - 1)
  const press = (event: KeyboardEvent) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-id]')]
    const index = items.indexOf(event.target as HTMLElement)
    if (index < 0) return
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 }[event.key]
    if (next === undefined) return onKeyDown(event, rows[index]?.id ?? '')
    event.preventDefault()
    items[next]?.focus()
  }
  return (
    <section className={panel.pins} aria-label={say('pinned')}>
      <h2 className={panel.heading}>
        <button type="button" className={panel.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('pinned')}
          <IconChevronRight size={12} className={styles.chevron} data-open={open || undefined} />
        </button>
      </h2>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: its links hear; this only gathers
        <div onClick={onClick} onKeyDown={press}>
          {rows.map((row, index) => {
            const marks = row.kind === 'session' ? row.session : row.marks
            return (
              <a
                key={row.id}
                className={`${styles.row} ${styles.pin}`}
                href={row.kind === 'session' ? `/s/${row.id}` : '#tree'}
                data-id={row.id}
                data-pin
                data-active={row.id === activeId || undefined}
                data-target={row.id === targetId ? (refused ? 'never' : 'into') : undefined}
                aria-current={row.id === activeId ? 'page' : undefined}
                aria-label={sayRow(say, { ...row, pinned: false })}
                title={row.name}
                draggable={draggable}
                tabIndex={index === first ? 0 : -1}
                onFocus={() => setAt(index)}
              >
                {row.kind === 'folder' ? <FolderSign folder={row.folder} /> : <Cover session={row.session} />}
                <bdi className={styles.name}>{row.name}</bdi>
                <span className={styles.aside}>
                  <Signs marks={marks} />
                </span>
                <RowButtons folder={false} />
              </a>
            )
          })}
        </div>
      )}
    </section>
  )
}
