// The prompt's text box: grows with its text, one line while shrunk.
import { Textarea } from '@mantine/core'
import type { RefObject } from 'react'
import css from './composer.module.css'
import { useUndo } from './use-undo'
import { useWords } from './words'

interface Props {
  ref: RefObject<HTMLTextAreaElement | null>
  value: string
  /** The text that this person put here last, until it was seen. */
  own: RefObject<string | null>
  /** What is kept of it has not come in yet. */
  loading: boolean
  shrunk: boolean
  describedBy: string | undefined
  onChange: (words: string) => void
  onBlur: () => void
}

export function PromptBox({ ref, value, own, loading, shrunk, describedBy, onChange, onBlur }: Props) {
  const t = useWords()
  useUndo(ref, value, own, onChange)
  return (
    <Textarea
      ref={ref}
      className={css.prompt}
      classNames={{ input: css.promptInput }}
      variant="unstyled"
      autosize
      minRows={shrunk ? 1 : 2}
      maxRows={shrunk ? 1 : 12}
      dir="auto"
      name="prompt"
      value={value}
      placeholder={t('placeholder')}
      aria-label={t('prompt')}
      aria-busy={loading}
      aria-describedby={describedBy}
      spellCheck
      autoComplete="off"
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}
