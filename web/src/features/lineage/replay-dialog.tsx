// “Replay on another model”: the way to a picture, the models to walk it again on, and what that makes.
import { Button } from '@mantine/core'
import { IconGhost2 } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import { type PathStep, usePath } from '@/shared/api/ancestry'
import { useStartReplay } from '@/shared/api/lineage'
import { problemOf } from '@/shared/api/problem'
import { useModels } from '@/shared/api/reads'
import type { Model } from '@/shared/api/types'
import { newKey } from '@/shared/lib/ids'
import { money } from '@/shared/lib/money'
import { Foot, Frame } from '@/shared/ui/dialog-frame'
import { placeholderUrl } from '@/shared/ui/thumb'
import css from './replay-dialog.module.css'
import { useWords } from './words'

interface Props {
  imageId: string
  onClose: () => void
}

const MOST = 4

export default function ReplayDialog({ imageId, onClose }: Props) {
  const t = useWords()
  const { data: path } = usePath(imageId)
  const { data: models = [], isSuccess } = useModels()
  const [chosen, setChosen] = useState<string[]>([])
  const [key, setKey] = useState(newKey)
  const start = useStartReplay()
  const label = useId()
  const steps = path?.steps ?? []
  // An uploaded picture at the beginning stays; all others are asked for again.
  const made = steps.filter(({ node }) => node.model !== null).length
  const usedModel = steps.at(-1)?.node.model ?? null
  const full = chosen.length >= MOST
  const problem = start.error ? problemOf(start.error) : null
  const toggle = (id: string) => {
    start.reset()
    setKey(newKey()) // another wish is another call
    setChosen(known => (known.includes(id) ? known.filter(one => one !== id) : [...known, id]))
  }
  return (
    <Frame title={t('replayTitle')} close={t('close')} size={540} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (chosen.length) start.mutate({ imageId, models: chosen, key }, { onSuccess: onClose })
        }}
      >
        <div className={css.form}>
          {path && <p>{t('replayWords', { count: made })}</p>}
          <ol className={css.steps} aria-label={t('steps')}>
            {steps.map(step => (
              <Step key={step.node.id} step={step} />
            ))}
          </ol>
          <fieldset className={css.models} aria-describedby={label}>
            <legend>
              {t('models')} <small>{t('modelsHint')}</small>
            </legend>
            {models.map(model => (
              <ModelChoice
                key={model.id}
                model={model}
                used={model.id === usedModel}
                checked={chosen.includes(model.id)}
                disabled={full && !chosen.includes(model.id)}
                onToggle={() => toggle(model.id)}
              />
            ))}
            {isSuccess && models.length === 0 && <p>{t('none')}</p>}
          </fieldset>
          <p id={label} className={css.total} role="status">
            {full && <span>{t('full')}</span>}
            {chosen.length > 0 && <Total models={models} chosen={chosen} steps={made} />}
          </p>
          {problem && (
            <p className={css.problem} role="alert">
              {nameAtFault(problem.field, chosen, models)}
              {problem.detail}
            </p>
          )}
        </div>
        <Foot>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={start.isPending} disabled={!chosen.length}>
            {t('start')}
          </Button>
        </Foot>
      </form>
    </Frame>
  )
}

function Step({ step: { node, kind } }: { step: PathStep }) {
  const t = useWords()
  return (
    <li>
      <span className={css.thumb} style={{ backgroundImage: `url(${placeholderUrl(node.thumbhash)})` }}>
        {node.ghost ? <IconGhost2 size={18} aria-hidden /> : <img src={thumbUrl(node.id)} alt="" />}
      </span>
      <span className={css.step}>
        <b>{t(kind ? `step_${kind}` : 'step_first')}</b>
        <span dir="auto">{node.prompt || `${t('upload')}: ${t('given')}`}</span>
      </span>
    </li>
  )
}

interface ChoiceProps {
  model: Model
  used: boolean
  checked: boolean
  disabled: boolean
  onToggle: () => void
}

function ModelChoice({ model, used, checked, disabled, onToggle }: ChoiceProps) {
  const t = useWords()
  const { amount, currency, known } = model.price
  return (
    <label className={css.model} data-disabled={disabled || undefined}>
      <input type="checkbox" checked={checked} disabled={disabled} onChange={onToggle} />
      <span>
        <strong>{model.name}</strong>
        {model.engine_name !== model.name && <small>{model.engine_name}</small>}
        {used && <small>{t('madeOn')}</small>}
      </span>
      <small>
        {amount ? t('each', { price: money(amount, currency) }) : t(known ? 'free' : 'priceUnknown')}
      </small>
    </label>
  )
}

/** How many pictures the chosen models make, and about what they cost. */
function Total({ models, chosen, steps }: { models: Model[]; chosen: string[]; steps: number }) {
  const t = useWords()
  const prices = new Map<string, number>()
  for (const { id, price } of models) {
    if (!chosen.includes(id) || !price.amount) continue
    prices.set(price.currency, (prices.get(price.currency) ?? 0) + price.amount * steps)
  }
  const unknown = models.some(({ id, price }) => chosen.includes(id) && !price.known)
  const known = [...prices].map(([currency, amount]) => money(amount, currency))
  const sums = known.length ? t('totalPrice', { price: known.join(' + ') }) : ''
  return (
    <span>
      {t('total', { count: chosen.length * steps })}
      {[sums, unknown ? t('priceUnknown') : ''].filter(Boolean).map(words => `, ${words}`)}
    </span>
  )
}

/** Which of the chosen models a refusal is about: its field says `models.<n>`. */
function nameAtFault(field: string | null | undefined, chosen: string[], models: Model[]): string {
  const at = /^models\.(\d+)$/.exec(field ?? '')?.[1]
  const id = at === undefined ? undefined : chosen[Number(at)]
  const name = models.find(model => model.id === id)?.name
  return name ? `${name}: ` : ''
}
