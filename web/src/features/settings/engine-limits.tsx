// What an engine may do: pictures at once, pictures a minute, money a month.
import { Button, NumberInput, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useChangeEngine } from '@/shared/api/engines'
import { problemOf } from '@/shared/api/problem'
import { useModels } from '@/shared/api/reads'
import type { Engine, EngineLimits as Limits } from '@/shared/api/types'
import { toast } from '@/shared/ui/toast'
import css from './settings.module.css'
import { useWords } from './words'

const CURRENCIES = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CNY', 'INR', 'CAD', 'AUD', 'BRL', 'KRW', 'SEK']
const NAMES = ['at_once', 'per_minute', 'budget', 'currency', 'assumed'] as const

export function EngineLimits({ engine }: { engine: Engine }) {
  const say = useWords()
  const change = useChangeEngine()
  const [typed, setTyped] = useState<Partial<Limits>>({})
  const spentIn = engine.spent[0]?.currency
  const now =
    engine.limits.budget === null && spentIn ? { ...engine.limits, currency: spentIn } : engine.limits
  const limits = { ...now, ...typed }
  const { data: models } = useModels()
  const own = models?.filter(model => model.engine === engine.id) ?? []
  const unknown = own.filter(model => !model.price.known).length
  const most = Math.max(0, ...own.map(model => model.images_at_once))
  const dirty = NAMES.some(name => limits[name] !== now[name])
  const set = (part: Partial<Limits>) => {
    setTyped({ ...typed, ...part })
    change.reset()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { id: engine.id, limits },
      {
        onSuccess: () => {
          setTyped({})
          toast(say('saved'))
        },
      },
    )
  }
  const number = (name: 'at_once' | 'per_minute' | 'budget' | 'assumed') => ({
    label: say(name),
    placeholder: say('no_limit'),
    value: limits[name] ?? '',
    clampBehavior: 'strict' as const,
    hideControls: true,
    onChange: (value: number | string) => set({ [name]: typeof value === 'number' ? value : null }),
  })
  return (
    <form className={css.part} onSubmit={save} noValidate>
      <div className={css.partHead}>
        <h3>{say('limits')}</h3>
        <p>{say('limits_words')}</p>
      </div>
      <div className={css.partBody}>
        <div className={css.fields}>
          <NumberInput
            {...number('at_once')}
            {...(most > 0 && { placeholder: say('at_once_own', { count: most }) })}
            min={1}
            max={10_000}
            allowDecimal={false}
            error={most > 0 && (limits.at_once ?? 0) > most ? say('at_once_more', { count: most }) : null}
          />
          <NumberInput {...number('per_minute')} min={1} max={10_000} allowDecimal={false} />
          <NumberInput {...number('budget')} min={0} max={1_000_000} decimalScale={2} />
          <Select
            label={say('currency')}
            data={[...new Set([...CURRENCIES, now.currency])]}
            value={limits.currency}
            allowDeselect={false}
            searchable
            onChange={currency => currency && set({ currency })}
          />
        </div>
        <p className={css.quiet}>{say('budget_hint')}</p>
        {(unknown > 0 || limits.assumed !== null) && (
          <NumberInput
            {...number('assumed')}
            placeholder={say('assumed_none')}
            description={say('assumed_hint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={
              limits.budget !== null && limits.assumed === null
                ? say('assumed_needed', { count: unknown })
                : null
            }
            min={0.0001}
            max={1_000_000}
            decimalScale={4}
          />
        )}
        {change.error !== null && (
          <p className={css.answer} role="alert">
            {problemOf(change.error).detail}
          </p>
        )}
        <div className={css.acts}>
          <Button type="submit" disabled={!dirty} loading={change.isPending}>
            {say('save')}
          </Button>
        </div>
      </div>
    </form>
  )
}
