// The prompt's text box: grows with its text, one line while shrunk.
import { Textarea } from '@mantine/core'
import type { Ref } from 'react'
import css from './composer.module.css'
import { useWords } from './words'

interface Props {
  ref: Ref<HTMLTextAreaElement>
  value: string
  shrunk: boolean
  describedBy: string | undefined
  onChange: (words: string) => void
  onBlur: () => void
}

export function PromptBox({ ref, value, shrunk, describedBy, onChange, onBlur }: Props) {
  const t = useWords()
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
      aria-describedby={describedBy}
      spellCheck
      autoComplete="off"
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}
