// Adding an engine: first what a person has, then what it needs, tried before it is kept.
import { TextInput } from '@mantine/core'
import { IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EngineKind } from '@/shared/api/types'
import { Frame } from '@/shared/ui/dialog-frame'
import { type Choice, choicesOf } from './choices'
import { NewEngineForm } from './new-engine-form'
import css from './settings.module.css'
import { useWords } from './words'

interface Props {
  kinds: EngineKind[]
  onClose: () => void
  onAdded: (id: string) => void
}

export function AddEngine({ kinds, onClose, onAdded }: Props) {
  const say = useWords()
  const [chosen, setChosen] = useState<Choice | null>(null)
  const choices = useMemo(() => choicesOf(kinds), [kinds])
  return (
    <Frame
      title={chosen ? say('add_named', { name: chosen.name }) : say('add_title')}
      close={say('cancel')}
      size={640}
      onClose={onClose}
    >
      <div className={css.inWindow}>
        {chosen ? (
          <NewEngineForm
            choice={chosen}
            onBack={() => setChosen(null)}
            onAdded={id => {
              onAdded(id)
              onClose()
            }}
          />
        ) : (
          <Choices choices={choices} onChoose={setChosen} />
        )}
      </div>
    </Frame>
  )
}

function Choices({ choices, onChoose }: { choices: Choice[]; onChoose: (choice: Choice) => void }) {
  const say = useWords()
  const [query, setQuery] = useState('')
  const find = useRef<HTMLInputElement>(null)
  useEffect(() => find.current?.focus(), [])
  const wanted = query.trim().toLowerCase()
  const shown = choices.filter(({ name, words }) => `${name} ${words}`.toLowerCase().includes(wanted))
  if (!choices.length) return <p className={css.quiet}>{say('no_kinds')}</p>
  return (
    <>
      <TextInput
        ref={find}
        className={css.find}
        value={query}
        leftSection={<IconSearch size={16} aria-hidden />}
        placeholder={say('find_kind')}
        aria-label={say('find_kind')}
        onChange={event => setQuery(event.currentTarget.value)}
      />
      {!shown.length && (
        <p className={css.quiet} role="status">
          {say('no_kind')}
        </p>
      )}
      <ul className={css.choices} aria-label={say('add_words')}>
        {shown.map(choice => (
          <li key={choice.key}>
            <button
              type="button"
              className={css.choice}
              disabled={choice.kind.reason !== null}
              onClick={() => onChoose(choice)}
            >
              <span className={css.words}>
                <span className={css.name}>{choice.name}</span>
                <span className={css.facts}>{choice.kind.reason ?? choice.words}</span>
              </span>
              <IconChevronRight size={18} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
