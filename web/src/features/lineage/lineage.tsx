// The lineage of a session: what grew out of what, drawn as a graph.
import { useNavigate } from '@tanstack/react-router'
import { useLineage } from '@/shared/api/lineage'
import { problemOf } from '@/shared/api/problem'
import { Message } from '@/shared/ui/message'
import { Board } from './board'
import css from './lineage.module.css'
import { useWords } from './words'

interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

/** Every picture of a session with a link; `onOpenImage` is called with the one to show large. */
export default function Lineage({ sessionId, onOpenImage }: Props) {
  const t = useWords()
  const { data: graph, isError, error, refetch } = useLineage(sessionId)
  return (
    <section className={css.lineage} aria-label={t('title')}>
      {!graph && isError && (
        <Message title={t('failedTitle')} words={problemOf(error).detail}>
          <button type="button" className={css.button} onClick={() => void refetch()}>
            {t('again')}
          </button>
        </Message>
      )}
      {graph?.nodes.length === 0 && <Empty alone={graph.alone} />}
      {graph && graph.nodes.length > 0 && (
        <Board key={sessionId} sessionId={sessionId} graph={graph} onOpenImage={onOpenImage} />
      )}
    </section>
  )
}

/** How a lineage begins. */
function Empty({ alone }: { alone: number }) {
  const t = useWords()
  const navigate = useNavigate()
  const words = alone > 0 ? `${t('emptyAlone', { count: alone })} ${t('emptyWords')}` : t('emptyWords')
  return (
    <Message title={t('emptyTitle')} words={words}>
      {alone > 0 && (
        <button
          type="button"
          className={css.button}
          onClick={() => void navigate({ to: '.', search: before => ({ ...before, view: 'grid' }) })}
        >
          {t('toGrid')}
        </button>
      )}
    </Message>
  )
}
