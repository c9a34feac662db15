// All filters of a history in one small panel.
import { Popover } from '@mantine/core'
import type { Filters, VerdictFilter } from '@/shared/api/filters'
import { useTags } from '@/shared/api/iterate'
import { useModels, useSidebar } from '@/shared/api/reads'
import type { Status } from '@/shared/api/types'
import { modelName } from '@/shared/lib/batches'
import css from './filter-bar.module.css'
import type { Filtering } from './use-filters'
import { useWords } from './words'

const STATUSES: Status[] = ['complete', 'failed', 'cancelled', 'interrupted']
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
  const tags = useTags(sessionId).data ?? []
  const flip = <One extends string>(values: One[], value: One) =>
    values.includes(value) ? values.filter(other => other !== value) : [...values, value]
  return (
    <Popover
      opened
      onDismiss={onClose}
      position="bottom-start"
      offset={8}
      width="min(340px, calc(100vw - 24px))"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className={css.target} />
      </Popover.Target>
      <Popover.Dropdown className={css.panel ?? ''} role="dialog" aria-label={t('filters')}>
        <fieldset className={css.group}>
          <legend>{t('verdict')}</legend>
          <div className={css.row}>
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
          </div>
        </fieldset>
        <Rating filters={filters} change={change} />
        {models.length > 1 && (
          <fieldset className={css.group}>
            <legend>{t('model')}</legend>
            <div className={css.row}>
              {models.map(one => (
                <Choice
                  key={one}
                  words={modelName(one, names)}
                  on={filters.model.includes(one)}
                  onFlip={() => change({ model: flip(filters.model, one) })}
                />
              ))}
            </div>
          </fieldset>
        )}
        {(statuses || filters.status.length > 0) && (
          <fieldset className={css.group}>
            <legend>{t('status')}</legend>
            <div className={css.row}>
              {STATUSES.map(one => (
                <Choice
                  key={one}
                  words={t(one)}
                  on={filters.status.includes(one)}
                  onFlip={() => change({ status: flip(filters.status, one) })}
                />
              ))}
            </div>
          </fieldset>
        )}
        {(tags.length > 0 || filters.tag !== null) && (
          <label className={css.group}>
            <span>{t('tagFilter')}</span>
            <select
              className={css.input}
              value={filters.tag ?? ''}
              onChange={event => change({ tag: event.target.value || null })}
            >
              <option value="">{t('anyTag')}</option>
              {[
                ...new Set([...tags.map(({ tag }) => tag), ...(filters.tag === null ? [] : [filters.tag])]),
              ].map(tag => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
            </select>
          </label>
        )}
        <fieldset className={css.group}>
          <legend>{t('made')}</legend>
          <div className={css.days}>
            <input
              type="date"
              className={css.input}
              aria-label={t('from')}
              value={filters.from ?? ''}
              max={filters.to ?? undefined}
              onChange={event => change({ from: event.target.value || null })}
            />
            <input
              type="date"
              className={css.input}
              aria-label={t('to')}
              value={filters.to ?? ''}
              min={filters.from ?? undefined}
              onChange={event => change({ to: event.target.value || null })}
            />
          </div>
        </fieldset>
        {count > 0 && (
          <button type="button" className={css.plain} onClick={clear}>
            {t('clearFilters')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Rating({ filters, change }: { filters: Filters; change: Filtering['change'] }) {
  const t = useWords()
  return (
    <fieldset className={css.group}>
      <legend>{t('rating')}</legend>
      <div className={css.row}>
        {[0, 1, 2, 3, 4, 5].map(rating => (
          <label key={rating} className={css.choice}>
            <input
              type="radio"
              name="history-rating"
              className="visually-hidden"
              checked={filters.rating === rating}
              onChange={() => change({ rating })}
            />
            {rating === 0 ? t('any') : rating === 5 ? '5' : `${rating}+`}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Choice({ words, on, onFlip }: { words: string; on: boolean; onFlip: () => void }) {
  return (
    <label className={css.choice}>
      <input type="checkbox" className="visually-hidden" checked={on} onChange={onFlip} />
      {words}
    </label>
  )
}
