// All filters of a history in one small panel.
import type { VerdictFilter } from '@/shared/api/filters'
import { useModels, useSidebar } from '@/shared/api/reads'
import { useTags } from '@/shared/api/tags'
import type { Status } from '@/shared/api/types'
import { modelName } from '@/shared/lib/batches'
import { Choice, Choices, Days, Panel, Pick, Plain } from '@/shared/ui/filter-panel'
import css from './filter-bar.module.css'
import type { Filtering } from './use-filters'
import { useWords } from './words'

const STATUSES: Status[] = ['complete', 'failed', 'cancelled', 'interrupted']
const RATINGS = [0, 1, 2, 3, 4, 5]
const VERDICTS: VerdictFilter[] = ['kept', 'undecided', 'rejected']

interface Props {
  sessionId: string
  filtering: Filtering
  /** Whether generations without a picture are shown too, which differ in their status. */
  statuses: boolean
  onClose: () => void
}

export default function FilterPanel({ sessionId, filtering, statuses, onClose }: Props) {
  const t = useWords()
  const { filters, count, change, clear } = filtering
  const { data: sidebar } = useSidebar()
  const known = useModels().data
  const names = new Map(known?.map(({ id, name }) => [id, name]))
  const used = sidebar?.sessions.find(({ id }) => id === sessionId)?.models ?? []
  const models = [...new Set([...used, ...filters.model])]
  const ofSession = useTags(sessionId).data?.map(({ tag }) => tag) ?? []
  const tags = [...new Set([...ofSession, ...(filters.tag === null ? [] : [filters.tag])])]
  const flip = <One extends string>(values: One[], value: One) =>
    values.includes(value) ? values.filter(other => other !== value) : [...values, value]
  return (
    <Panel label={t('filters')} position="bottom-start" width={340} anchor={css.target} onClose={onClose}>
      <Choices words={t('verdict')}>
        {VERDICTS.map(one => (
          <Choice
            key={one}
            words={t(`verdict_${one}`)}
            on={filters.verdict.includes(one)}
            onFlip={() => change({ verdict: flip(filters.verdict, one) })}
          />
        ))}
        <Choice
          words={t('starred')}
          on={filters.favourite}
          onFlip={() => change({ favourite: !filters.favourite })}
        />
      </Choices>
      <Choices words={t('rating')}>
        {RATINGS.map(rating => (
          <Choice
            key={rating}
            name="history-rating"
            words={rating === 0 ? t('any') : rating === 5 ? '5' : `${rating}+`}
            on={filters.rating === rating}
            onFlip={() => change({ rating })}
          />
        ))}
      </Choices>
      {models.length > 1 && (
        <Choices words={t('model')}>
          {models.map(one => (
            <Choice
              key={one}
              words={modelName(one, names)}
              on={filters.model.includes(one)}
              onFlip={() => change({ model: flip(filters.model, one) })}
            />
          ))}
        </Choices>
      )}
      {(statuses || filters.status.length > 0) && (
        <Choices words={t('status')}>
          {STATUSES.map(one => (
            <Choice
              key={one}
              words={t(one)}
              on={filters.status.includes(one)}
              onFlip={() => change({ status: flip(filters.status, one) })}
            />
          ))}
        </Choices>
      )}
      {tags.length > 0 && (
        <Pick
          words={t('tagFilter')}
          any={t('anyTag')}
          value={filters.tag}
          options={tags.map(tag => ({ value: tag, words: tag }))}
          onPick={tag => change({ tag })}
        />
      )}
      <Days
        words={t('made')}
        from={{ words: t('from'), day: filters.from, onPick: from => change({ from }) }}
        to={{ words: t('to'), day: filters.to, onPick: to => change({ to }) }}
      />
      {count > 0 && <Plain words={t('clearFilters')} onClick={clear} />}
    </Panel>
  )
}
