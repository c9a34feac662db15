// The command palette: every gesture and every session, a few letters away.
import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useSidebar } from '@/shared/api/reads'
import type { SidebarSession } from '@/shared/api/types'
import { pickBest } from '@/shared/lib/fuzzy'
import { type Gesture, useAllGestures } from '@/shared/lib/gestures'
import { Entry } from './entry'
import styles from './palette.module.css'
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
  const base = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const choices = useChoices(useDeferredValue(query), activeId)
  const current = Math.min(at, choices.length - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what scrolls
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, choices])

  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    if (choice.kind === 'session') onOpen(choice.session.id)
    else choice.gesture.run?.()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    if (event.key === 'ArrowDown') setAt(current >= last ? 0 : current + 1)
    else if (event.key === 'ArrowUp') setAt(current <= 0 ? last : current - 1)
    else if (event.key === 'Enter') choose(choices[current])
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
      size={560}
      padding={0}
      radius="lg"
      classNames={{ content: styles.content, header: 'visually-hidden', body: styles.body }}
    >
      <div className={styles.ask}>
        <IconSearch size={18} stroke={1.6} />
        <input
          className={styles.input}
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
          autoFocus
          data-autofocus
          value={query}
          placeholder={say('ask')}
          role="combobox"
          aria-label={say('ask')}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-activedescendant={choices[current] && `${base}-${choices[current].id}`}
          autoComplete="off"
          spellCheck={false}
          onChange={event => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </div>
      <div ref={list} id={`${base}-list`} className={styles.list} role="listbox" aria-label={say('title')}>
        {choices.map((choice, index) => (
          <div key={choice.id} role="presentation">
            {choices[index - 1]?.kind !== choice.kind && (
              <div className={styles.heading} role="presentation">
                {say(choice.kind === 'session' ? 'sessions' : 'commands')}
              </div>
            )}
            <Entry
              id={`${base}-${choice.id}`}
              {...(choice.kind === 'session' ? { session: choice.session } : { gesture: choice.gesture })}
              selected={index === current}
              onPoint={() => setAt(index)}
              onChoose={() => choose(choice)}
            />
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className={styles.nothing}>{say('nothing')}</p>}
    </Modal>
  )
}

/** What fits, commands first while nothing is typed; the session in view is no place to jump to. */
function useChoices(query: string, activeId: string | null): Choice[] {
  const gestures = useAllGestures()
  const sessions = useSidebar().data?.sessions
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
