// The command palette: every gesture and every session, a few letters away.
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSidebar } from '@/shared/api/reads'
import type { SidebarSession } from '@/shared/api/types'
import { pickBest } from '@/shared/lib/fuzzy'
import { type Gesture, useAllGestures } from '@/shared/lib/gestures'
import { Finder, FinderSign, FinderWords } from '@/shared/ui/finder'
import { Keys } from '@/shared/ui/keys'
import { RowSign, signOf } from '@/shared/ui/row-sign'
import { useWords } from './words'

const SHOWN = 30

type Choice =
  | { id: string; kind: 'gesture'; gesture: Gesture }
  | { id: string; kind: 'session'; session: SidebarSession }

interface Props {
  activeId: string | null
  onOpen: (sessionId: string) => void
  onClose: () => void
}

export default function Palette({ activeId, onOpen, onClose }: Props) {
  const say = useWords()
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const sessions = useSidebar().data?.sessions
  const choices = useChoices(asked, activeId, sessions)
  const choose = (choice: Choice) => {
    onClose()
    if (choice.kind === 'session') onOpen(choice.session.id)
    else choice.gesture.run?.()
  }
  return (
    <Finder
      title={say('title')}
      label={say('ask')}
      ask={say('ask')}
      sign={<IconSearch size={18} stroke={1.6} />}
      query={query}
      items={choices}
      settled={asked === query && sessions !== undefined}
      nothing={say('nothing')}
      heading={({ kind }) => say(kind === 'session' ? 'sessions' : 'commands')}
      draw={draw}
      onQuery={setQuery}
      onChoose={choose}
      onClose={onClose}
    />
  )
}

function draw(choice: Choice) {
  if (choice.kind === 'session') {
    return (
      <>
        <FinderSign>
          <RowSign {...signOf(choice.session)} />
        </FinderSign>
        <FinderWords name={choice.session.name} />
      </>
    )
  }
  const { icon, words, key } = choice.gesture
  return (
    <>
      <FinderSign>{icon}</FinderSign>
      <FinderWords name={words} />
      {key && <Keys keys={key} />}
    </>
  )
}

/** What fits, commands first while nothing is typed; the session in view is no place to jump to. */
function useChoices(
  query: string,
  activeId: string | null,
  sessions: readonly SidebarSession[] | undefined,
): Choice[] {
  const gestures = useAllGestures()
  const recent = useMemo(
    () => [...(sessions ?? [])].sort((one, other) => other.modified_at - one.modified_at),
    [sessions],
  )
  return useMemo(() => {
    const offered = gestures.filter(({ run, placeOnly, when }) => run && !placeOnly && (when?.() ?? true))
    const typed = query.trim() !== ''
    const commands = pickBest(offered, query, gesture => gesture.words, SHOWN).map(
      (gesture): Choice => ({ id: gesture.id, kind: 'gesture', gesture }),
    )
    // Who types a name looks for it, also when it is in view already.
    const known = typed ? recent : recent.filter(session => session.id !== activeId)
    const jumps = pickBest(known, query, session => session.name, typed ? SHOWN : 8).map(
      (session): Choice => ({ id: session.id, kind: 'session', session }),
    )
    return typed ? [...jumps, ...commands] : [...commands, ...jumps]
  }, [gestures, recent, query, activeId])
}
