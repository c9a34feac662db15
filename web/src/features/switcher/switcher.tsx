// The quick switcher: every session and folder by a few letters of its name, the newest first.
import { Modal } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useSidebar } from '@/shared/api/reads'
import type { Sidebar, SidebarFolder } from '@/shared/api/types'
import { Choice } from './choice'
import { type Named, Names } from './names'
import styles from './switcher.module.css'
import { useWords } from './words'

const SHOWN = 50

interface Props {
  activeId: string | null
  onOpen: (sessionId: string) => void
  onReveal: (folderId: string) => void
  onClose: () => void
}

export default function Switcher({ activeId, onOpen, onReveal, onClose }: Props) {
  const say = useWords()
  const base = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const sidebar = useSidebar().data
  const folders = useMemo(() => new Map(sidebar?.folders.map(folder => [folder.id, folder])), [sidebar])
  const names = useMemo(() => new Names(newestFirst(sidebar, activeId)), [sidebar, activeId])
  const asked = useDeferredValue(query)
  const found = useMemo(() => names.best(asked, SHOWN), [names, asked])
  const current = Math.min(at, found.length - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what scrolls
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, found])

  const choose = (row: Named | undefined, apart: boolean) => {
    if (!row) return
    if ('parent_id' in row) {
      onClose()
      onReveal(row.id)
    } else if (apart) window.open(`/s/${row.id}`, '_blank', 'noopener')
    else {
      onClose()
      onOpen(row.id)
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = found.length - 1
    if (event.key === 'ArrowDown') setAt(current >= last ? 0 : current + 1)
    else if (event.key === 'ArrowUp') setAt(current <= 0 ? last : current - 1)
    else if (event.key === 'Enter') choose(found[current]?.row, event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={say('title')}
      yOffset="12dvh"
      size={600}
      padding={0}
      radius="lg"
      classNames={{ content: styles.content, header: 'visually-hidden', body: styles.body }}
    >
      <div className={styles.ask}>
        <IconArrowRight size={18} stroke={1.6} />
        <input
          className={styles.input}
          // biome-ignore lint/a11y/noAutofocus: the switcher is opened to type into it
          autoFocus
          data-autofocus
          value={query}
          placeholder={say('ask')}
          role="combobox"
          aria-label={say('title')}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-activedescendant={found[current] && `${base}-${found[current].row.id}`}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={event => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </div>
      <div ref={list} id={`${base}-list`} className={styles.list} role="listbox" aria-label={say('title')}>
        {found.map(({ row, marks }, index) => (
          <Choice
            key={row.id}
            id={`${base}-${row.id}`}
            row={row}
            marks={marks}
            path={pathWords(folders, row)}
            selected={index === current}
            onPoint={() => setAt(index)}
            onChoose={apart => choose(row, apart)}
          />
        ))}
      </div>
      {found.length === 0 && <p className={styles.nothing}>{say(query.trim() ? 'nothing' : 'none')}</p>}
      <p role="status" className="visually-hidden">
        {query.trim() && say('found', { count: found.length })}
      </p>
      <p className={styles.hint}>{say('hint')}</p>
    </Modal>
  )
}

/** Sessions by when they were last changed, the one in view last, then folders. */
function newestFirst(sidebar: Sidebar | undefined, activeId: string | null): Named[] {
  if (!sidebar) return []
  const sessions = sidebar.sessions.filter(session => session.id !== activeId)
  sessions.sort((one, other) => other.modified_at - one.modified_at)
  return [...sessions, ...sidebar.sessions.filter(session => session.id === activeId), ...sidebar.folders]
}

/** The folders above a row, from the root. */
function pathWords(folders: ReadonlyMap<string, SidebarFolder>, row: Named): string {
  const names: string[] = []
  let up = 'parent_id' in row ? row.parent_id : row.folder_id
  for (let steps = 0; up !== null && steps < 40; steps++) {
    const folder = folders.get(up)
    if (!folder) break
    names.unshift(folder.name)
    up = folder.parent_id
  }
  return names.join(' / ')
}
