// The name of a model and the size it makes for each ratio, to be said in place of what is known.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Model } from '@/shared/api/types'
import css from './model-table.module.css'
import { readSize, sizeWords, type TableRow } from './table'
import { useWords } from './words'

const RATIOS = ['1:1', '4:3', '3:4', '16:9', '9:16', '2:3', '3:2']

interface Props {
  name: string
  model: Model | undefined
  row: TableRow
  onChange: (part: TableRow) => void
}

export function ModelSizes({ name, model, row, onChange }: Props) {
  const say = useWords()
  const own = (row.sizes ?? {}) as Record<string, unknown>
  const put = (ratio: string, size: [number, number] | undefined) => {
    const { [ratio]: _, ...others } = own
    const sizes = size ? { ...others, [ratio]: size } : others
    onChange({ sizes: Object.keys(sizes).length ? sizes : undefined })
  }
  return (
    <div className={css.sizes}>
      <TextInput
        label={say('name')}
        value={String(row.name ?? '')}
        placeholder={model?.name ?? name}
        onChange={event => onChange({ name: event.currentTarget.value || undefined })}
      />
      {RATIOS.map(ratio => (
        <Size
          key={ratio}
          ratio={ratio}
          kept={sizeWords(own[ratio])}
          known={Object.keys(own).length ? '' : sizeWords(model?.sizes[ratio])}
          onSize={size => put(ratio, size)}
        />
      ))}
    </div>
  )
}

interface SizeProps {
  ratio: string
  kept: string
  /** What holds while nothing is typed. */
  known: string
  onSize: (size: [number, number] | undefined) => void
}

function Size({ ratio, kept, known, onSize }: SizeProps) {
  const say = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && !readSize(typed)
  return (
    <TextInput
      label={ratio}
      value={typed ?? kept}
      placeholder={known || '–'}
      error={wrong ? say('table_size_wrong') : null}
      onChange={event => {
        const text = event.currentTarget.value
        setTyped(text)
        if (readSize(text) || !text.trim()) onSize(readSize(text))
      }}
      onBlur={() => !wrong && setTyped(null)}
    />
  )
}
