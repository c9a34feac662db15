// Renaming in place: Enter keeps, Escape leaves as it was, going elsewhere keeps.
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import styles from './name-field.module.css'

const LONGEST = 200

interface Props {
  value: string
  label: string
  onDone: (name: string) => void
  onCancel: () => void
}

export function NameField({ value, label, onDone, onCancel }: Props) {
  const [text, setText] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const end = (keep: boolean) => {
    if (ended.current) return // losing the focus follows Enter and Escape
    ended.current = true
    const name = text.trim()
    if (keep && name && name !== value) onDone(name)
    else onCancel()
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation() // arrows and letters belong to the text here
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      end(event.key === 'Enter')
    }
  }
  return (
    <input
      ref={field}
      className={styles.field}
      value={text}
      maxLength={LONGEST}
      aria-label={label}
      dir="auto"
      spellCheck={false}
      onChange={event => setText(event.target.value)}
      onKeyDown={press}
      onBlur={() => end(true)}
      onClick={event => event.stopPropagation()}
    />
  )
}
