// The advanced form: negative prompt, seed, and whatever the chosen models' own schemas declare.
import { ActionIcon, NumberInput, Textarea, Tooltip } from '@mantine/core'
import { IconDice5, IconLock, IconLockOpen } from '@tabler/icons-react'
import type { Model } from '@/shared/api/types'
import { OptionField, ORDER } from '@/shared/forms/field'
import { fieldsOf } from '@/shared/forms/schema'
import css from './composer.module.css'
import { list } from './offers'
import { useWords } from './words'

interface Props {
  options: Record<string, unknown>
  models: Model[]
  /** The option at fault and why, as the server said. */
  mistake: { name: string; words: string } | null
  onChange: (options: Record<string, unknown>) => void
}

const SEEDS = 2 ** 32

export default function Advanced({ options, models, mistake, onChange }: Props) {
  const t = useWords()
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...others } = options
    onChange(value === undefined ? others : { ...others, [name]: value })
  }
  const errorOf = (name: string) => (mistake?.name === name ? mistake.words : undefined)
  const able = (key: 'seed' | 'negative') => models.filter(model => model[key])
  const partly = (key: 'seed' | 'negative') => {
    const with_ = able(key)
    if (!with_.length) return t('noAbility', { names: list(models.map(model => model.name)) })
    return with_.length < models.length ? t('onlyFor', { names: list(with_.map(model => model.name)) }) : ''
  }
  const locked = typeof options.seed === 'number'
  const roll = () => set('seed', Math.floor(Math.random() * SEEDS))

  return (
    <div className={css.advanced}>
      <Textarea
        className={css.wide}
        inputWrapperOrder={ORDER}
        label={t('negative')}
        description={[t('negativeHint'), partly('negative')].join(' ')}
        dir="auto"
        autosize
        minRows={1}
        maxRows={4}
        disabled={!able('negative').length}
        value={String(options.negative ?? '')}
        error={errorOf('negative')}
        onChange={event => set('negative', event.currentTarget.value || undefined)}
      />
      <NumberInput
        inputWrapperOrder={ORDER}
        label={t('seed')}
        description={[t('seedHint'), partly('seed')].join(' ')}
        placeholder={t('seedRandom')}
        disabled={!able('seed').length}
        value={locked ? (options.seed as number) : ''}
        min={0}
        max={SEEDS - 1}
        clampBehavior="strict"
        allowDecimal={false}
        hideControls
        error={errorOf('seed')}
        onChange={value => set('seed', typeof value === 'number' ? value : undefined)}
        rightSectionWidth={72}
        rightSection={
          <span className={css.seedButtons}>
            <Tooltip label={t('rollSeed')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('rollSeed')}
                disabled={!able('seed').length}
                onClick={roll}
              >
                <IconDice5 size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('lockSeed')}>
              <ActionIcon
                variant="subtle"
                color={locked ? 'accent' : 'gray'}
                aria-label={t('lockSeed')}
                aria-pressed={locked}
                disabled={!able('seed').length}
                onClick={() => (locked ? set('seed', undefined) : roll())}
              >
                {locked ? <IconLock size={18} aria-hidden /> : <IconLockOpen size={18} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          </span>
        }
      />
      {fieldsOf(models).map(field => (
        <OptionField
          key={field.name}
          field={field}
          partly={field.owners.length < models.length ? t('onlyFor', { names: list(field.owners) }) : ''}
          value={options[field.name]}
          error={errorOf(field.name)}
          onChange={value => set(field.name, value)}
        />
      ))}
    </div>
  )
}
