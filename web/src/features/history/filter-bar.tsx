// One quiet line over a history: how much there is, what it is filtered by, what was rejected.
import { IconFilter2, IconX } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import type { Filters } from '@/shared/api/filters'
import { useModels } from '@/shared/api/reads'
import { modelName } from '@/shared/lib/batches'
import css from './filter-bar.module.css'
import type { Filtering } from './use-filters'
import { type say, useWords } from './words'

const FilterPanel = lazy(() => import('./filter-panel'))

interface Props {
  sessionId: string
  filtering: Filtering
  total: number | undefined
  /** Rejected pictures that are not shown. */
  rejected: number
  /** Whether batches are counted, not pictures. */
  batches?: boolean
  children?: ReactNode
}

export default function FilterBar({
  sessionId,
  filtering,
  total,
  rejected,
  batches = false,
  children,
}: Props) {
  const t = useWords()
  const { filters, count, change, clear } = filtering
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const models = useModels().data
  const names = useMemo(() => new Map(models?.map(({ id, name }) => [id, name])), [models])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={css.bar} role="group" aria-label={t('filters')}>
      <span className={css.anchor}>
        <button
          ref={button}
          type="button"
          className={css.button}
          aria-haspopup="dialog"
          aria-expanded={open}
          data-on={count > 0 || undefined}
          onClick={() => setOpen(!open)}
        >
          <IconFilter2 size={16} aria-hidden />
          {count ? t('filterCount', { count }) : t('filter')}
        </button>
        {open && (
          <Suspense fallback={null}>
            <FilterPanel
              sessionId={sessionId}
              filtering={filtering}
              statuses={batches}
              onClose={() => {
                setOpen(false)
                button.current?.focus({ preventScroll: true })
              }}
            />
          </Suspense>
        )}
      </span>
      {chipsOf(filters, names, t).map(({ key, words, off }) => (
        <button
          key={key}
          type="button"
          className={css.chip}
          aria-label={t('dropFilter', { words })}
          onClick={() => change(off)}
        >
          <bdi>{words}</bdi>
          <IconX size={13} aria-hidden />
        </button>
      ))}
      {count > 1 && (
        <button type="button" className={css.plain} onClick={clear}>
          {t('clearFilters')}
        </button>
      )}
      <span className={css.total} role="status">
        {total === undefined ? '' : t(batches ? 'batches' : 'pictures', { count: total })}
      </span>
      {(rejected > 0 || filters.rejected) && (
        <button
          type="button"
          className={css.plain}
          aria-pressed={filters.rejected}
          onClick={() => change({ rejected: !filters.rejected })}
        >
          {filters.rejected ? t('hideRejected') : t('showRejected', { count: rejected })}
        </button>
      )}
      {children}
    </div>
  )
}

interface Chip {
  key: string
  words: string
  /** What takes it off. */
  off: Partial<Filters>
}

function chipsOf(filters: Filters, names: ReadonlyMap<string, string>, t: typeof say): Chip[] {
  const { model, status, verdict, rating, favourite, tag, from, to } = filters
  const chips: Chip[] = []
  for (const one of model) {
    const off = { model: model.filter(other => other !== one) }
    chips.push({ key: `model-${one}`, words: modelName(one, names), off })
  }
  for (const one of status) {
    chips.push({ key: one, words: t(one), off: { status: status.filter(other => other !== one) } })
  }
  for (const one of verdict) {
    const off = { verdict: verdict.filter(other => other !== one) }
    chips.push({ key: one, words: t(`verdict_${one}`), off })
  }
  if (rating) chips.push({ key: 'rating', words: t('atLeast', { rating }), off: { rating: 0 } })
  if (favourite) chips.push({ key: 'favourite', words: t('starred'), off: { favourite: false } })
  if (tag !== null) chips.push({ key: 'tag', words: `#${tag}`, off: { tag: null } })
  if (from !== null || to !== null) {
    const words =
      from !== null && to !== null
        ? from === to
          ? from
          : `${from} – ${to}`
        : from
          ? t('since', { day: from })
          : t('until', { day: to })
    chips.push({ key: 'days', words, off: { from: null, to: null } })
  }
  return chips
}
