// The page of settings: the engines, in the order of the model picker.
import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineKinds, useOrderEngines } from '@/shared/api/engines'
import { problemOf } from '@/shared/api/problem'
import { useEngines } from '@/shared/api/reads'
import { Message } from '@/shared/ui/message'
import { toastProblem } from '@/shared/ui/toast'
import { AddEngine } from './add-engine'
import { EngineCard } from './engine-card'
import css from './settings.module.css'
import { useDragOrder } from './use-drag-order'
import { moved } from './values'
import { useWords } from './words'

export default function Settings() {
  const say = useWords()
  const { data: engines, error, refetch } = useEngines()
  const kinds = useEngineKinds()
  const order = useOrderEngines()
  const [open, setOpen] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const failure = error ?? kinds.error
  const ids = engines?.map(engine => engine.id) ?? []
  const put = (next: string[]) => order.mutate(next, { onError: toastProblem })
  const dragOf = useDragOrder(ids, put)

  if (failure && !(engines && kinds.data)) {
    const again = () => void Promise.all([refetch(), kinds.refetch()])
    return (
      <Message title={say('failed')} words={problemOf(failure).detail}>
        <Button variant="default" onClick={again}>
          {say('again')}
        </Button>
      </Message>
    )
  }
  return (
    <div className={css.page}>
      <section aria-labelledby="settings-engines">
        <div className={css.head}>
          <h2 id="settings-engines" className={css.title}>
            {say('engines')}
          </h2>
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={!kinds.data}
            onClick={() => setAdding(true)}
          >
            {say('add')}
          </Button>
          <p className={css.told}>{say('engines_words')}</p>
        </div>
        {engines && kinds.data ? (
          engines.length > 0 ? (
            <ul className={css.list}>
              {engines.map((engine, place) => (
                <EngineCard
                  key={engine.id}
                  engine={engine}
                  kind={kinds.data.find(kind => kind.kind === engine.kind)}
                  first={place === 0}
                  last={place === engines.length - 1}
                  open={open === engine.id}
                  onOpen={wanted => setOpen(wanted ? engine.id : null)}
                  onMove={by => put(moved(ids, engine.id, by))}
                  drag={dragOf(engine.id)}
                />
              ))}
            </ul>
          ) : (
            <Message title={say('none_title')} words={say('none_words')} />
          )
        ) : (
          <Bones />
        )}
      </section>
      {adding && kinds.data && (
        <AddEngine kinds={kinds.data} onClose={() => setAdding(false)} onAdded={setOpen} />
      )}
    </div>
  )
}

function Bones() {
  return (
    <div className={css.list} aria-busy="true">
      {[0, 1].map(number => (
        <Skeleton key={number} height={68} radius={0} />
      ))}
    </div>
  )
}
