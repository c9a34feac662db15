// Notes of a session: written as Markdown, kept as they are typed, shown as plain elements and never as HTML.
import { Button, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import Markdown from 'markdown-to-jsx'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useChangeSession } from '@/shared/api/acts'
import { problemOf } from '@/shared/api/problem'
import styles from './details.module.css'
import { useWords } from './words'

const PAUSE = 800

interface Props {
  sessionId: string
  notes: string
}

export function Notes({ sessionId, notes }: Props) {
  const say = useWords()
  const [editing, setEditing] = useState(false)
  const [text, setText] = useState(notes)
  const [trouble, setTrouble] = useState<string | null>(null)
  const kept = useRef(notes)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { mutate, isPending } = useChangeSession()

  const save = useCallback(
    (now: string) => {
      clearTimeout(timer.current)
      if (now === kept.current) return
      mutate(
        { id: sessionId, notes: now },
        {
          onSuccess: () => {
            kept.current = now
            setTrouble(null)
          },
          onError: thrown => setTrouble(problemOf(thrown).detail),
        },
      )
    },
    [mutate, sessionId],
  )
  const newest = useRef(text)
  newest.current = text
  // What was typed last is kept also when the panel closes before the pause is over.
  useEffect(() => () => save(newest.current), [save])
  // Notes that came from another tab are shown, unless they are being written here.
  useEffect(() => {
    if (notes !== kept.current && newest.current === kept.current) {
      kept.current = notes
      setText(notes)
    }
  }, [notes])

  const type = (now: string) => {
    setText(now)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => save(now), PAUSE)
  }
  const shown = text.trim() !== ''
  return (
    <>
      <div className={styles.line}>
        <h3 className={styles.heading} id="details-notes">
          {say('notes')}
        </h3>
        <span className={styles.state} role="status">
          {trouble ??
            (editing && (isPending ? say('saving') : text === kept.current && shown && say('saved')))}
        </span>
      </div>
      {editing || !shown ? (
        <Textarea
          aria-labelledby="details-notes"
          placeholder={say('notes_ask')}
          autosize
          minRows={3}
          maxRows={24}
          maxLength={100_000}
          dir="auto"
          value={text}
          autoFocus={editing}
          onFocus={() => setEditing(true)}
          onChange={event => type(event.currentTarget.value)}
          onBlur={() => {
            save(text)
            setEditing(false)
          }}
          onKeyDown={event => {
            if (event.key === 'Escape') event.currentTarget.blur()
            event.stopPropagation()
          }}
        />
      ) : (
        <div className={styles.notes} dir="auto">
          <Markdown options={{ disableParsingRawHTML: true, overrides: OVERRIDES, forceBlock: true }}>
            {text}
          </Markdown>
        </div>
      )}
      {!editing && shown && (
        <Button
          variant="default"
          size="compact-md"
          mt="sm"
          leftSection={<IconPencil size={16} />}
          onClick={() => setEditing(true)}
        >
          {say('notes_edit')}
        </Button>
      )}
    </>
  )
}

/** Whether a link can be followed: to a page, a mail address, or a place in this app. */
function leadsSomewhere(href: string | null | undefined): href is string {
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href ?? '')
}

/** Links leave the app; a picture from elsewhere is told by its words, nothing is fetched for it. */
const OVERRIDES = {
  a: ({ href, children }: { href?: string | null; children?: ReactNode }) =>
    leadsSomewhere(href) ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      <span>{children}</span> // what cannot be followed does not look as if it could
    ),
  img: ({ alt }: { alt?: string }) => <span>{alt}</span>,
  input: ({ checked }: { checked?: boolean }) => <span aria-hidden>{checked ? '☑ ' : '☐ '}</span>,
  // The panel's own headings stand above those of the notes.
  h1: ({ children }: { children?: ReactNode }) => <h4>{children}</h4>,
  h2: ({ children }: { children?: ReactNode }) => <h4>{children}</h4>,
  h3: ({ children }: { children?: ReactNode }) => <h5>{children}</h5>,
  h4: ({ children }: { children?: ReactNode }) => <h6>{children}</h6>,
}
