// The settings of an engine as a form: drawn from its kind's schema, secrets never shown.
import { Anchor } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { Engine, EngineKind } from '@/shared/api/types'
import { OptionField } from '@/shared/forms/field'
import { type Field, fieldsOfSchema } from '@/shared/forms/schema'
import css from './settings.module.css'
import { shownValue, type Typed, type } from './values'
import { useWords } from './words'

interface Props {
  kind: EngineKind
  /** What is kept; null for an engine that is not added yet. */
  engine: (Pick<Engine, 'values' | 'secrets' | 'fixed'> & { id?: string }) | null
  typed: Typed
  /** The setting at fault and what is wrong with it. */
  mistake: { name: string | null; words: string } | null
  onType: (typed: Typed) => void
}

/** The format that a setting has whose text is a table of models. */
const TABLE = 'model-table'
const ModelTable = lazy(() => import('./model-table'))
const NOTHING: NonNullable<Props['engine']> = { values: {}, secrets: {}, fixed: [] }

export function SettingsFields({ kind, engine, typed, mistake, onType }: Props) {
  const say = useWords()
  const { values, secrets, fixed } = engine ?? NOTHING
  const one = (field: Field) => {
    const given = fixed.includes(field.name)
    const kept = secrets[field.name] === true
    const off = typed[field.name] === null
    const error = mistake?.name === field.name ? mistake.words : undefined
    if (field.kind === 'text' && field.format === TABLE) {
      return (
        <Suspense key={field.name} fallback={null}>
          <ModelTable
            title={field.title}
            description={[field.description, given ? say('fixed') : ''].join(' ').trim()}
            engine={engine?.id ?? null}
            value={String(shownValue(typed, values, field) ?? '')}
            disabled={given}
            error={error}
            onChange={value => onType(type(typed, field, value))}
          />
        </Suspense>
      )
    }
    return (
      <div key={field.name} className={css.field} data-wide={field.kind === 'text' && field.long}>
        <OptionField
          field={field}
          partly={given ? say('fixed') : off ? say('taken_off') : ''}
          value={shownValue(typed, values, field)}
          kept={kept && !off}
          disabled={given}
          error={error}
          onChange={value => onType(type(typed, field, value))}
        />
        {field.kind === 'secret' && kept && !given && !field.needed && (
          <Anchor
            component="button"
            type="button"
            className={css.takeOff}
            onClick={() => onType(type(typed, field, off ? undefined : null))}
          >
            {say(off ? 'keep' : 'take_off')}
          </Anchor>
        )}
      </div>
    )
  }
  const fields = fieldsOfSchema(kind.schema).map(field => named(field, kind))
  return <div className={css.fields}>{fields.map(one)}</div>
}

/** A choice between known hosts says their names as they are written. */
function named(field: Field, kind: EngineKind): Field {
  if (field.kind !== 'choice') return field
  const names = new Map(kind.presets.map(preset => [preset.values[field.name], preset.name]))
  return {
    ...field,
    choices: field.choices.map(({ value, label }) => ({ value, label: names.get(value) ?? label })),
  }
}
