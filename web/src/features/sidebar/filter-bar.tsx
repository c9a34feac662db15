// The field that filters the tree as one types, the filters that are set, and what to do when nothing is found.
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconArchive, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useModels } from '@/shared/api/reads'
import { takeKeys } from '@/shared/lib/early-keys'
import { Boundary } from '@/shared/ui/boundary'
import { isFiltering } from './filter'
import styles from './filter-bar.module.css'
import type { Filtering } from './use-filter'
import { useWords } from './words'

const FilterPanel = lazy(() => import('./filter-panel'))

interface Props {
  filtering: Filtering
  found: number
  /** How many are called like that in the archive. */
  away: number
  /** To the first row. */
  onLeave: () => void
}

export default function FilterBar({ filtering, found, away, onLeave }: Props) {
  const say = useWords()
  const { filter, count, change, clear, close } = filtering
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const wasOpen = useRef(false)
  const asked = filtering.asked
  // Asked for by a key or the button the field takes the focus; found again after a reload it does not.
  useEffect(() => {
    if (asked > 0) field.current?.focus()
  }, [asked])

  const press = (event: KeyboardEvent) => {
    // The panel of filters hangs here too, but its keys are its own.
    if (!event.currentTarget.contains(event.target as Node)) return
    if (event.key === 'Escape') {
      if (filter.text) change({ text: '' })
      else {
        close()
        onLeave()
      }
    } else if (event.target === field.current && (event.key === 'ArrowDown' || event.key === 'Enter'))
      onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const noneWords = () => {
    if (!filter.text.trim()) return say('none_found')
    if (count > 0) return say('none_named_filtered', { text: filter.text })
    return say(away > 0 ? 'none_here' : 'none_named', { text: filter.text })
  }
  const aside = away > 0 && (
    <button
      type="button"
      className={styles.away}
      onClick={() => {
        change({ signs: [...filter.signs, 'archived'] })
        field.current?.focus()
      }}
    >
      <IconArchive size={14} stroke={1.6} aria-hidden />
      {say('away', { count: away })}
    </button>
  )
  return (
    <search className={styles.bar} onKeyDown={press}>
      <div className={styles.field}>
        <input
          ref={field}
          className={styles.input}
          type="text"
          value={filter.text}
          placeholder={say('filter_names')}
          aria-label={say('filter_names')}
          spellCheck={false}
          autoComplete="off"
          onFocus={() => {
            const early = takeKeys()
            if (early.text) change({ text: filter.text + early.text })
            if (early.escape) close()
          }}
          onChange={event => change({ text: event.target.value })}
        />
        {filter.text && (
          <ActionIcon
            variant="transparent"
            color="gray"
            className={styles.tool}
            aria-label={say('clear_text')}
            onClick={() => {
              change({ text: '' })
              field.current?.focus()
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
        <Tooltip label={say('filters')} disabled={open}>
          <ActionIcon
            ref={button}
            variant="transparent"
            color="gray"
            className={styles.tool}
            aria-label={say('filters')}
            aria-expanded={open}
            data-on={count > 0 || filtering.sort !== 'manual' || undefined}
            onPointerDown={() => {
              wasOpen.current = open
            }}
            // By then the press outside of the panel has closed it already.
            onClick={event => setOpen(!(event.detail > 0 ? wasOpen.current : open))}
          >
            <IconAdjustmentsHorizontal size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Boundary>
          <Suspense fallback={null}>
            {open && (
              <FilterPanel
                filtering={filtering}
                onClose={() => {
                  setOpen(false)
                  button.current?.focus()
                }}
              />
            )}
          </Suspense>
        </Boundary>
      </div>
      {count > 0 && <Chips filtering={filtering} />}
      <p className="visually-hidden" role="status">
        {isFiltering(filter) ? say('found', { count: found }) : ''}
        {away > 0 ? `, ${say('away', { count: away })}` : ''}
      </p>
      {found === 0 && isFiltering(filter) && (
        <div className={styles.none}>
          <p>{noneWords()}</p>
          {aside}
          <Button variant="default" size="xs" onClick={clear}>
            {say('clear_filters')}
          </Button>
        </div>
      )}
      {found > 0 && aside && <div className={styles.more}>{aside}</div>}
    </search>
  )
}

/** What is filtered by; a press takes one away. */
function Chips({ filtering: { filter, change } }: { filtering: Filtering }) {
  const say = useWords()
  const { data: models } = useModels()
  const { signs, model, from, to } = filter
  const chips = signs.map(sign => ({
    words: say(`is_${sign}`),
    remove: () => change({ signs: signs.filter(other => other !== sign) }),
  }))
  if (model) {
    const words = models?.find(({ id }) => id === model)?.name ?? model
    chips.push({ words, remove: () => change({ model: null }) })
  }
  if (from || to) {
    const words =
      from && to ? `${from} – ${to}` : from ? say('since', { day: from }) : say('until', { day: to })
    chips.push({ words, remove: () => change({ from: null, to: null }) })
  }
  return (
    <div className={styles.chips}>
      {chips.map(({ words, remove }) => (
        <button
          key={words}
          type="button"
          className={styles.chip}
          aria-label={say('take_away', { words })}
          onClick={remove}
        >
          {words}
          <IconX size={12} />
        </button>
      ))}
    </div>
  )
}
