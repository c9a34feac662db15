// The form of an engine to be added.
import { Anchor, Button, TextInput } from '@mantine/core'
import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { press } from '@/shared/api/acts'
import { useAddEngine, useTryEngine } from '@/shared/api/engines'
import { problemOf } from '@/shared/api/problem'
import { toast } from '@/shared/ui/toast'
import type { Choice } from './choices'
import { SettingsFields } from './fields'
import css from './settings.module.css'
import { TestAnswer, TestButton } from './trying'
import { fieldOf, type Typed, toSend } from './values'
import { useWords } from './words'

interface Props {
  choice: Choice
  onBack: () => void
  onAdded: (id: string) => void
}

export function NewEngineForm({ choice, onBack, onAdded }: Props) {
  const say = useWords()
  const add = useAddEngine()
  const trying = useTryEngine()
  const { kind } = choice
  const [typed, setTyped] = useState<Typed>(choice.values)
  const [name, setName] = useState(choice.name === kind.name ? '' : choice.name)
  const values = toSend(typed, {})
  const begin = useRef<HTMLInputElement>(null)
  useEffect(() => begin.current?.focus(), [])
  const problem = add.error ? problemOf(add.error) : null
  const mistake = problem
    ? { name: fieldOf(problem.field), words: problem.detail }
    : trying.data && !trying.data.ok
      ? { name: trying.data.field, words: trying.data.words }
      : null
  const edit = (next: Typed) => {
    setTyped(next)
    add.reset()
    trying.reset()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(press({ kind: kind.kind, name, values }), {
      onSuccess: ({ id }) => {
        toast(say('added', { name: name || kind.name }))
        onAdded(id)
      },
    })
  }
  return (
    <form className={css.partBody} onSubmit={save} noValidate>
      <div className={css.newHead}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onBack}
        >
          {say('back')}
        </Button>
        {choice.home && (
          <Anchor href={choice.home} target="_blank" rel="noreferrer noopener" className={css.home}>
            {say('get_key')} <IconExternalLink size={14} aria-hidden />
          </Anchor>
        )}
      </div>
      <TextInput
        ref={begin}
        label={say('name')}
        description={say('name_hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={kind.name}
        maxLength={100}
        dir="auto"
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <SettingsFields kind={kind} engine={null} typed={typed} mistake={mistake} onType={edit} />
      {problem && fieldOf(problem.field) === null && (
        <p className={css.answer} role="alert">
          {problem.detail}
        </p>
      )}
      <TestAnswer trying={trying} />
      <div className={css.acts}>
        <Button type="submit" loading={add.isPending}>
          {say('add')}
        </Button>
        <TestButton trying={trying} onTest={() => trying.mutate({ kind: kind.kind, values })} />
      </div>
    </form>
  )
}
