// The quick switcher: every session and folder by a few letters of its name, the newest first.
import { IconArrowRight } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSidebar } from '@/shared/api/reads'
import { parentOf, pathOf } from '@/shared/api/rows'
import type { Sidebar } from '@/shared/api/types'
import { Finder } from '@/shared/ui/finder'
import { Choice } from './choice'
import { type Named, Names } from './names'
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
  const [query, setQuery] = useState('')
  const sidebar = useSidebar().data
  const folders = useMemo(() => new Map(sidebar?.folders.map(folder => [folder.id, folder])), [sidebar])
  const names = useMemo(() => new Names(newestFirst(sidebar, activeId)), [sidebar, activeId])
  const asked = useDeferredValue(query)
  const found = useMemo(
    () => names.best(asked, SHOWN).map(({ row, marks }) => ({ id: row.id, row, marks })),
    [names, asked],
  )
  const choose = (row: Named, apart: boolean) => {
    if ('parent_id' in row) {
      onClose()
      onReveal(row.id)
    } else if (apart) window.open(`/s/${row.id}`, '_blank', 'noopener')
    else {
      onClose()
      onOpen(row.id)
    }
  }
  const typed = query.trim() !== ''
  return (
    <Finder
      title={say('title')}
      label={say('title')}
      ask={say('ask')}
      sign={<IconArrowRight size={18} stroke={1.6} />}
      query={query}
      items={found}
      settled={asked === query && sidebar !== undefined}
      nothing={say(typed ? 'nothing' : 'none')}
      told={typed ? say('found', { count: found.length }) : ''}
      hint={say('hint')}
      draw={({ row, marks }) => (
        <Choice row={row} marks={marks} path={pathOf(folders, parentOf(row)).map(({ name }) => name)} />
      )}
      onQuery={setQuery}
      onChoose={({ row }, apart) => choose(row, apart)}
      onClose={onClose}
    />
  )
}

/** Sessions by when they were last changed, the one in view last, then folders. */
function newestFirst(sidebar: Sidebar | undefined, activeId: string | null): Named[] {
  if (!sidebar) return []
  const sessions = sidebar.sessions.filter(session => session.id !== activeId)
  sessions.sort((one, other) => other.modified_at - one.modified_at)
  return [...sessions, ...sidebar.sessions.filter(session => session.id === activeId), ...sidebar.folders]
}
