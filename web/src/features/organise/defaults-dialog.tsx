// What new sessions of a folder begin with: models, ratio, images per model, the beginning of the prompt.
import { Button, MultiSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { useModels, useSidebar } from '@/shared/api/reads'
import type { Defaults, Folder } from '@/shared/api/types'
import { Dialog } from './dialog'
import css from './dialogs.module.css'
import { useNameOf } from './use-name'
import { useRoving } from './use-roving'
import { useWords } from './words'

const RATIOS = ['1:1', '4:3', '3:4', '16:9', '9:16', '2:3', '3:2'] as const
type Ratio = (typeof RATIOS)[number]
const COUNTS = [1, 2, 3, 4]
const MOST_MODELS = 4

interface Props {
  id: string
  onClose: () => void
}

export default function DefaultsDialog({ id, onClose }: Props) {
  const folder = useSidebar().data?.folders.find(known => known.id === id)
  return folder ? <DefaultsForm folder={folder} onClose={onClose} /> : null
}

function DefaultsForm({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  const say = useWords()
  const models = useModels().data ?? []
  const { mutate: organise } = useOrganise()
  const kept = (folder.defaults ?? {}) as Defaults
  const [chosen, setChosen] = useState(kept.models ?? [])
  const [ratio, setRatio] = useState<Ratio | null>(kept.ratio ?? null)
  const [count, setCount] = useState<number | null>(kept.images_per_model ?? null)
  const [prefix, setPrefix] = useState(kept.prefix ?? '')
  const name = useNameOf([folder.id])
  const bare = say(folder.parent_id === null ? 'not_set' : 'inherited')

  const save = () => {
    const defaults: Defaults = {
      ...(chosen.length > 0 && { models: chosen }),
      ...(ratio && { ratio }),
      ...(count && { images_per_model: count }),
      ...(prefix.trim() && { prefix }),
    }
    onClose()
    organise({
      act: 'defaults',
      ids: [folder.id],
      defaults: Object.keys(defaults).length > 0 ? defaults : null,
    })
  }
  const clear = () => {
    setChosen([])
    setRatio(null)
    setCount(null)
    setPrefix('')
  }
  const offered = models.map(({ id, name, engine_name }) => ({ value: id, label: name, engine_name }))
  const away = chosen
    .filter(id => !models.some(model => model.id === id))
    .map(id => ({ value: id, label: id }))
  return (
    <Dialog
      title={say('defaults', { name })}
      act={say('save')}
      onAct={save}
      onClose={onClose}
      start={
        <Button variant="subtle" color="gray" onClick={clear}>
          {say('clear')}
        </Button>
      }
    >
      <p>{say('defaults_words')}</p>
      <MultiSelect
        label={say('models')}
        data={[...offered, ...away]}
        value={chosen}
        onChange={setChosen}
        maxValues={MOST_MODELS}
        searchable
        hidePickedOptions
        {...(chosen.length === 0 && { placeholder: bare })}
        nothingFoundMessage={say('no_models')}
        comboboxProps={{ withinPortal: true }}
      />
      <Segments first bare={bare} label={say('ratio')} values={RATIOS} value={ratio} onChange={setRatio} />
      <Segments bare={bare} label={say('per_model')} values={COUNTS} value={count} onChange={setCount} />
      <Textarea
        label={say('prefix')}
        description={say('prefix_hint')}
        value={prefix}
        onChange={event => setPrefix(event.currentTarget.value)}
        maxLength={2_000}
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
      />
    </Dialog>
  )
}

interface SegmentsProps<Value> {
  /** Takes the focus when the dialog opens. */
  first?: boolean
  /** What it means to choose none. */
  bare: string
  label: string
  values: readonly Value[]
  value: Value | null
  onChange: (value: Value | null) => void
}

function Segments<Value extends string | number>(props: SegmentsProps<Value>) {
  const { first = false, bare, label, values, value, onChange } = props
  const walk = useRoving()
  return (
    <fieldset className={css.group}>
      <legend className={css.label}>{label}</legend>
      <div className={css.segments} role="radiogroup" aria-label={label} {...walk}>
        {[null, ...values].map(one => (
          // biome-ignore lint/a11y/useSemanticElements: native radios would need a label each to be a row of buttons
          <button
            key={one}
            type="button"
            role="radio"
            className={css.segment}
            aria-checked={one === value}
            tabIndex={one === value ? 0 : -1}
            data-autofocus={(first && one === value) || undefined}
            onClick={() => onChange(one)}
          >
            {one ?? bare}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
