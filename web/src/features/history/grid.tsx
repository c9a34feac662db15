// The grid of a session: every picture in rows, newest first, however many there are.
import { useRef } from 'react'
import { problemOf } from '@/shared/api/problem'
import { useKept } from '@/shared/lib/kept'
import { Message } from '@/shared/ui/message'
import { Empty, Nothing } from './empty'
import FilterBar from './filter-bar'
import css from './grid.module.css'
import { Pictures } from './grid-pictures'
import history from './history.module.css'
import { TileSize } from './tile-size'
import { useFilters } from './use-filters'
import { useShape } from './use-shape'
import { useWords } from './words'

interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

/** All pictures of a session that the filters admit; `onOpenImage` is called with the one to show large. */
export default function Grid({ sessionId, onOpenImage }: Props) {
  const t = useWords()
  const [size, setSize] = useKept('grid-size', 190)
  const filtering = useFilters()
  const top = useRef<() => string | null>(() => null)
  const { shape, isError, error, refetch } = useShape(sessionId, 'grid', filtering.filters, () =>
    top.current(),
  )
  return (
    <section className={css.section} aria-label={t('grid')}>
      <div className={history.over}>
        <FilterBar
          sessionId={sessionId}
          filtering={filtering}
          total={shape?.partial ? undefined : shape?.total}
          rejected={shape?.rejected ?? 0}
        >
          <TileSize size={size} onSize={setSize} />
        </FilterBar>
      </div>
      {!shape && isError && (
        <Message title={t('failedTitle')} words={problemOf(error).detail}>
          <button type="button" className={history.button} onClick={() => void refetch()}>
            {t('again')}
          </button>
        </Message>
      )}
      {shape?.total === 0 && (filtering.count > 0 ? <Nothing onClear={filtering.clear} /> : <Empty />)}
      {shape && shape.total > 0 && (
        <Pictures key={sessionId} {...{ sessionId, shape, size, top, onOpenImage }} />
      )}
    </section>
  )
}
