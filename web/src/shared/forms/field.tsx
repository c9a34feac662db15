// One option of a model or setting of an engine as a form field, drawn from its schema.
import {
  InputWrapper,
  NumberInput,
  PasswordInput,
  Select,
  Slider,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import css from './forms.module.css'
import type { Field } from './schema'
import { useWords } from './words'

interface Props {
  field: Field
  /** Which models it is for, when not for all. */
  partly: string
  value: unknown
  error: string | undefined
  /** Whether a secret is kept: it is never shown, and stays unless another one is typed. */
  kept?: boolean
  disabled?: boolean
  /** undefined goes back to the default. */
  onChange: (value: unknown) => void
}

/** Inputs stand in line whatever the length of their descriptions. */
export const ORDER: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]

export function OptionField({
  field,
  partly,
  value,
  error,
  kept = false,
  disabled = false,
  onChange,
}: Props) {
  const t = useWords()
  const common = {
    label: field.title,
    description: [field.description, partly].join(' ').trim(),
    error,
    disabled,
    ...(field.needed && { withAsterisk: true }),
  }
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...common}
          inputWrapperOrder={ORDER}
          data={field.choices.map(({ value, label }) => ({ value: String(value), label }))}
          value={String(value ?? field.initial)}
          allowDeselect={false}
          searchable={field.choices.length > 8}
          onChange={picked => onChange(field.choices.find(choice => String(choice.value) === picked)?.value)}
        />
      )
    case 'number':
      return <NumberField {...{ field, common, value, onChange }} placeholder={t('unset')} />
    case 'switch':
      return (
        <Switch
          {...common}
          className={css.switch}
          checked={typeof value === 'boolean' ? value : field.initial}
          onChange={event => onChange(event.currentTarget.checked)}
        />
      )
    case 'list':
      return (
        <TagsInput
          {...common}
          inputWrapperOrder={ORDER}
          value={Array.isArray(value) ? value.map(String) : field.initial}
          onChange={picked => onChange(picked)}
        />
      )
    case 'secret':
      return (
        <PasswordInput
          {...common}
          inputWrapperOrder={ORDER}
          autoComplete="off"
          spellCheck={false}
          value={String(value ?? '')}
          placeholder={kept ? t('kept') : ''}
          visibilityToggleButtonProps={{ 'aria-label': t('show', { title: field.title }), tabIndex: 0 }}
          onChange={event => onChange(event.currentTarget.value || undefined)}
        />
      )
    case 'text': {
      const text = {
        ...common,
        inputWrapperOrder: ORDER,
        dir: 'auto',
        value: String(value ?? field.initial),
        ...(field.most && { maxLength: field.most }),
      }
      return field.long ? (
        <Textarea
          {...text}
          autosize
          maxRows={5}
          onChange={event => onChange(event.currentTarget.value || undefined)}
        />
      ) : (
        <TextInput {...text} onChange={event => onChange(event.currentTarget.value || undefined)} />
      )
    }
  }
}

interface NumberProps {
  field: Extract<Field, { kind: 'number' }>
  common: { label: string; description: string; error: string | undefined; disabled: boolean }
  value: unknown
  placeholder: string
  onChange: (value: unknown) => void
}

/** A slider with a box beside it where the range is known, else the box alone. */
function NumberField({ field, common, value, placeholder, onChange }: NumberProps) {
  const shown = typeof value === 'number' ? value : field.initial
  const limits = { min: field.min, max: field.max, step: field.step }
  const { label, ...rest } = common
  const box = (
    <NumberInput
      {...limits}
      inputWrapperOrder={ORDER}
      value={shown ?? ''}
      placeholder={placeholder}
      allowDecimal={!field.whole}
      aria-label={label}
      disabled={common.disabled}
      onChange={picked => onChange(typeof picked === 'number' ? picked : undefined)}
      {...(!ranged(field) && { ...rest, label, 'aria-label': undefined })}
    />
  )
  if (!ranged(field)) return box
  return (
    <InputWrapper {...common} inputWrapperOrder={ORDER} labelElement="div">
      <div className={css.range}>
        <Slider
          {...limits}
          className={css.slider}
          disabled={common.disabled}
          value={shown ?? field.min}
          label={null}
          thumbLabel={label}
          onChange={onChange}
        />
        {box}
      </div>
    </InputWrapper>
  )
}

function ranged(field: NumberProps['field']): boolean {
  return field.min !== undefined && field.max !== undefined
}
