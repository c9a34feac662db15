// Which of an engine's models new composers begin with.
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useChangeEngine } from '@/shared/api/engines'
import { useModels } from '@/shared/api/reads'
import type { Engine } from '@/shared/api/types'
import { money } from '@/shared/lib/money'
import { toastProblem } from '@/shared/ui/toast'
import css from './settings.module.css'
import { useWords } from './words'

const MOST = 4

export function EngineDefaults({ engine }: { engine: Engine }) {
  const say = useWords()
  const { data: all } = useModels()
  const change = useChangeEngine()
  const models = all?.filter(model => model.engine === engine.id) ?? []
  // Its own state: the news that a change is under way comes a tick after the click, which would show it undone.
  const [wanted, setWanted] = useState<string[] | null>(null)
  const chosen = wanted ?? engine.default_models
  const flip = (id: string, on: boolean) => {
    const others = chosen.filter(known => known !== id)
    const default_models = on ? [...others, id] : others
    setWanted(default_models)
    change.mutate(
      { id: engine.id, default_models },
      { onError: toastProblem, onSettled: () => setWanted(null) },
    )
  }
  return (
    <div className={css.part}>
      <div className={css.partHead}>
        <h3>{say('defaults')}</h3>
        <p>{say('defaults_words')}</p>
      </div>
      <div className={css.partBody}>
        {models.length === 0 && <p className={css.quiet}>{say('defaults_none')}</p>}
        {models.length > 0 && (
          <fieldset className={css.models} aria-label={say('defaults')}>
            {models.map(model => (
              <Checkbox
                key={model.id}
                checked={chosen.includes(model.id)}
                onChange={event => flip(model.id, event.currentTarget.checked)}
                label={model.name}
                description={
                  model.price.amount
                    ? money(model.price.amount, model.price.currency)
                    : model.price.known
                      ? undefined
                      : say('price_unknown')
                }
                disabled={change.isPending || (chosen.length >= MOST && !chosen.includes(model.id))}
              />
            ))}
          </fieldset>
        )}
      </div>
    </div>
  )
}
