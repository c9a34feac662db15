// The timeline of a session: its batches, newest first, of which only those in view are drawn and read.
import { lazy, Suspense, useMemo, useRef } from 'react'
import { problemOf } from '@/shared/api/problem'
import { useModels } from '@/shared/api/reads'
import type { Model } from '@/shared/api/types'
import { modelName } from '@/shared/lib/batches'
import { Message } from '@/shared/ui/message'
import { Batches } from './batches'
import { Empty, Nothing } from './empty'
import css from './history.module.css'
import { useFilters } from './use-filters'
import { useShape } from './use-shape'
import { useSpoken } from './use-spoken'
import { useWords } from './words'

const FilterBar = lazy(() => import('./filter-bar'))

interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

const NONE: Model[] = []

/** The history of a session; `onOpenImage` is called with the picture to show large. */
export default function History({ sessionId, onOpenImage }: Props) {
  const t = useWords()
  const filtering = useFilters()
  const top = useRef<() => string | null>(() => null)
  const { shape, isError, error, refetch } = useShape(sessionId, 'timeline', filtering.filters, () =>
    top.current(),
  )
  const models = useModels().data ?? NONE
  const names = useMemo(() => new Map(models.map(({ id, name }) => [id, name])), [models])
  const spoken = useSpoken(sessionId, model => modelName(model, names))
  const { filters, count, clear } = filtering
  const bare = shape?.total === 0 && count === 0 && shape.rejected === 0 && !filters.rejected

  return (
    <section className={css.history} aria-label={t('timeline')}>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
      {!bare && (shape || count > 0) && (
        <div className={css.over}>
          <Suspense fallback={null}>
            <FilterBar
              batches
              {...{ sessionId, filtering }}
              total={shape?.partial ? undefined : shape?.total}
              rejected={shape?.rejected ?? 0}
            />
          </Suspense>
        </div>
      )}
      {!shape && isError && (
        <Message title={t('failedTitle')} words={problemOf(error).detail}>
          <button type="button" className={css.button} onClick={() => void refetch()}>
            {t('again')}
          </button>
        </Message>
      )}
      {!shape && !isError && <Bones />}
      {shape?.total === 0 && (count > 0 ? <Nothing onClear={clear} /> : bare && <Empty />)}
      {shape && shape.total > 0 && <Batches {...{ sessionId, shape, names, top, onOpenImage }} />}
    </section>
  )
}

function Bones() {
  const t = useWords()
  return (
    <div className={css.bones} role="status" aria-label={t('loading')}>
      {[1, 2].map(batch => (
        <div key={batch}>
          <span className={css.bone} />
          <span className={css.bone} />
          <div>
            {[1, 2, 3, 4].map(tile => (
              <span key={tile} className={css.bone} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
