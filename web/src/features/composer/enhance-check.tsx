// A gentle list of what a prompt says and lacks; each point offers words that insert themselves.
import { Popover } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import css from './enhance.module.css'
import { type Aspect, checkPrompt, withWords } from './enhance-checking'
import { useWords } from './enhance-words'

const PAUSE = 500

interface Props {
  prompt: string
  /** Gives the prompt with the words in it. */
  onAdd: (prompt: string) => void
}

export function Checklist({ prompt, onAdd }: Props) {
  const t = useWords()
  const [asked] = useDebouncedValue(prompt.trim(), PAUSE)
  const { data } = useQuery({
    queryKey: ['check', asked],
    queryFn: ({ signal }) => checkPrompt(asked, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  // It only helps: while it cannot be had nothing is said.
  if (!data || !prompt.trim()) return null
  return (
    <ul className={css.checks} aria-label={t('checklist')}>
      {data.map(aspect => (
        <Point
          key={aspect.aspect}
          aspect={aspect}
          onAdd={words => onAdd(withWords(prompt, words, aspect.aspect))}
        />
      ))}
    </ul>
  )
}

function Point({ aspect, onAdd }: { aspect: Aspect; onAdd: (words: string) => void }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const { present, suggestions, words, found } = aspect
  const name = t(aspect.aspect)
  return (
    <li>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        width={280}
        trapFocus
        withinPortal
        shadow="md"
      >
        <Popover.Target>
          <button
            type="button"
            className={css.check}
            data-present={present || undefined}
            aria-haspopup="dialog"
            aria-expanded={open}
            aria-label={t(present ? 'says' : 'lacks', { aspect: name })}
            onClick={() => setOpen(!open)}
          >
            {present ? <IconCheck size={13} aria-hidden /> : <IconPlus size={13} aria-hidden />}
            {name}
          </button>
        </Popover.Target>
        <Popover.Dropdown className={css.drop} aria-label={name}>
          <p>{present && found ? t('found', { words: found }) : words}</p>
          <ul className={css.suggestions}>
            {suggestions.slice(0, 3).map(suggestion => (
              <li key={suggestion}>
                <button
                  type="button"
                  onClick={() => {
                    setOpen(false)
                    onAdd(suggestion)
                  }}
                >
                  <IconPlus size={14} aria-hidden />
                  <span>{suggestion}</span>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </li>
  )
}
