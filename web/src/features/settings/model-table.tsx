// What the models of an engine can do and cost, as rows to be edited; the same table as text for all the rest.
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { IconChevronDown, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useModels } from '@/shared/api/reads'
import type { Model } from '@/shared/api/types'
import { Tool } from '@/shared/ui/tool'
import { ModelSizes } from './model-sizes'
import css from './model-table.module.css'
import { readTable, type Table, type TableRow, withRow, writeTable } from './table'
import { useWords } from './words'

interface Props {
  title: string
  description: string
  engine: string | null
  value: string
  error: string | undefined
  disabled: boolean
  onChange: (value: string | undefined) => void
}

export default function ModelTable({ title, description, engine, value, error, disabled, onChange }: Props) {
  const say = useWords()
  const { data } = useModels()
  const table = readTable(value)
  const [asText, setAsText] = useState(false)
  const offered = new Map<string, Model>(
    (data ?? []).filter(one => one.engine === engine).map(one => [one.id.slice(one.engine.length + 1), one]),
  )
  const put = (next: Table) => onChange(writeTable(next) || undefined)
  const text = asText || table === null
  return (
    <fieldset className={css.table} disabled={disabled}>
      <legend>{title}</legend>
      <p className={css.told}>{say('table_words')}</p>
      {text || table === null ? (
        <Textarea
          aria-label={title}
          description={description}
          inputWrapperOrder={['input', 'description', 'error']}
          error={error}
          disabled={disabled}
          value={value}
          autosize
          minRows={4}
          maxRows={14}
          classNames={{ input: css.code ?? '' }}
          onChange={event => onChange(event.currentTarget.value || undefined)}
        />
      ) : (
        <>
          <ul className={css.rows}>
            {[...new Set([...offered.keys(), ...Object.keys(table)])].map(id => (
              <Row
                key={id}
                id={id}
                model={offered.get(id)}
                row={table[id]}
                onChange={part => put(withRow(table, id, part, !offered.has(id)))}
                onDrop={() => put(Object.fromEntries(Object.entries(table).filter(([name]) => name !== id)))}
              />
            ))}
          </ul>
          {error && (
            <p className={css.error} role="alert">
              {error}
            </p>
          )}
          <NewRow known={id => offered.has(id) || id in table} onAdd={id => put({ ...table, [id]: {} })} />
        </>
      )}
      {table !== null && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={css.switch}
          onClick={() => setAsText(!asText)}
        >
          {say(asText ? 'table_as_rows' : 'table_as_text')}
        </Button>
      )}
    </fieldset>
  )
}

interface RowProps {
  id: string
  /** undefined for one that is not offered yet. */
  model: Model | undefined
  row: TableRow | undefined
  onChange: (part: TableRow) => void
  onDrop: () => void
}

function Row({ id, model, row, onChange, onDrop }: RowProps) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  const name = String(row?.name ?? model?.name ?? id)
  const number = (field: 'references' | 'price', shown: number | undefined) => ({
    label: say(`table_${field}`),
    'aria-label': say('table_of', { field: say(`table_${field}`), name }),
    placeholder: shown === undefined ? say('table_unsaid') : String(shown),
    value: typeof row?.[field] === 'number' ? (row[field] as number) : '',
    hideControls: true,
    min: 0,
    onChange: (value: number | string) =>
      onChange({ [field]: typeof value === 'number' ? value : undefined }),
  })
  const currency = String(row?.currency ?? model?.price.currency ?? 'USD')
  const price = model?.price.known ? model.price.amount : undefined
  return (
    <li className={css.row}>
      <div className={css.line}>
        <span className={css.id}>
          <bdi>{name}</bdi>
          <small>
            <bdi>{id}</bdi>
          </small>
        </span>
        <NumberInput {...number('references', model?.references)} max={16} allowDecimal={false} />
        <NumberInput
          {...number('price', price)}
          label={`${say('table_price')}, ${currency}`}
          decimalScale={4}
        />
        <span className={css.tools}>
          <Tool
            words={say('table_sizes', { name })}
            aria-expanded={open}
            data-open={open || undefined}
            onClick={() => setOpen(!open)}
          >
            <IconChevronDown size={16} />
          </Tool>
          {row && (
            <Tool words={say('table_drop', { name })} onClick={onDrop}>
              <IconTrash size={16} />
            </Tool>
          )}
        </span>
      </div>
      {open && <ModelSizes {...{ name, model, row: row ?? {}, onChange }} />}
    </li>
  )
}

function NewRow({ known, onAdd }: { known: (id: string) => boolean; onAdd: (id: string) => void }) {
  const say = useWords()
  const [typed, setTyped] = useState('')
  const id = typed.trim()
  const taken = known(id)
  const add = () => {
    if (!id || taken) return
    onAdd(id)
    setTyped('')
  }
  return (
    <div className={css.more}>
      <TextInput
        aria-label={say('table_new')}
        placeholder={say('table_new')}
        value={typed}
        error={id && taken ? say('table_taken') : null}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault() // or the form around it is sent
          add()
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={!id || taken}
        onClick={add}
      >
        {say('table_add')}
      </Button>
    </div>
  )
}
