// How an engine is reached: its name, address and key, tried before or after they are kept.
import { Anchor, Button, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useChangeEngine, useTryEngine } from '@/shared/api/engines'
import { problemOf } from '@/shared/api/problem'
import type { Engine, EngineKind } from '@/shared/api/types'
import { toast } from '@/shared/ui/toast'
import { hasSettings } from './choices'
import { SettingsFields } from './fields'
import css from './settings.module.css'
import { TestAnswer, TestButton } from './trying'
import { fieldOf, type Typed, toSend } from './values'
import { useWords } from './words'

export function EngineConnection({ engine, kind }: { engine: Engine; kind: EngineKind }) {
  const say = useWords()
  const change = useChangeEngine()
  const trying = useTryEngine()
  const [typed, setTyped] = useState<Typed>({})
  const [name, setName] = useState<string | null>(null)
  const values = toSend(typed, engine.values)
  const dirty = Object.keys(values).length > 0 || (name !== null && name !== engine.name)
  const problem = change.error ? problemOf(change.error) : null
  const at = problem
    ? { name: fieldOf(problem.field), words: problem.detail }
    : trying.data && !trying.data.ok
      ? { name: trying.data.field, words: trying.data.words }
      : engine.field && engine.reason && !dirty
        ? { name: engine.field, words: engine.reason }
        : null
  const edit = (next: Typed) => {
    setTyped(next)
    change.reset()
    trying.reset()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { id: engine.id, values, ...(name !== null && { name }) },
      {
        onSuccess: () => {
          setTyped({})
          setName(null)
          toast(say('saved'))
        },
      },
    )
  }
  return (
    <form className={css.part} onSubmit={save} noValidate>
      <div className={css.partHead}>
        <h3>{say('connection')}</h3>
        <p>{kind.description}</p>
        {kind.home && (
          <Anchor href={kind.home} target="_blank" rel="noreferrer noopener" className={css.home}>
            {say('get_key')} <IconExternalLink size={14} aria-hidden />
          </Anchor>
        )}
      </div>
      <div className={css.partBody}>
        <TextInput
          label={say('name')}
          description={say('name_hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={engine.kind_name}
          maxLength={100}
          dir="auto"
          value={name ?? engine.name}
          onChange={event => setName(event.currentTarget.value)}
        />
        {hasSettings(kind) ? (
          <SettingsFields {...{ kind, engine, typed }} mistake={at} onType={edit} />
        ) : (
          <p className={css.quiet}>{say('nothing_to_set')}</p>
        )}
        {problem && fieldOf(problem.field) === null && (
          <p className={css.answer} role="alert">
            {problem.detail}
          </p>
        )}
        <div className={css.acts}>
          <Button type="submit" disabled={!dirty} loading={change.isPending}>
            {say('save')}
          </Button>
          <TestButton
            trying={trying}
            onTest={() => trying.mutate({ id: engine.id, kind: kind.kind, values })}
          />
        </div>
        <TestAnswer trying={trying} />
      </div>
    </form>
  )
}
