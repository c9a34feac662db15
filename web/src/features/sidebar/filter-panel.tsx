// Filters and order of the tree, in a small panel under the filter's field.
import { Popover } from '@mantine/core'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useModels, useSidebar } from '@/shared/api/reads'
import { SIGNS, SORTS } from './filter'
import styles from './filter-panel.module.css'
import type { Filtering } from './use-filter'
import { useWords } from './words'

interface Props {
  filtering: Filtering
  onClose: () => void
}

export default function FilterPanel({ filtering, onClose }: Props) {
  const say = useWords()
  const { filter, sort, turned, change, setSort, turn, clear, count } = filtering
  const models = useUsedModels()
  const flip = (sign: (typeof SIGNS)[number]) => {
    const { signs } = filter
    change({ signs: signs.includes(sign) ? signs.filter(other => other !== sign) : [...signs, sign] })
  }
  const way = sort === 'manual' ? '' : say(turned ? `way_${sort}_turned` : `way_${sort}`)
  const Arrow = turned === (sort === 'name') ? IconSortDescending : IconSortAscending
  return (
    <Popover
      opened
      onDismiss={onClose}
      position="bottom-end"
      offset={8}
      width="min(300px, calc(100vw - 24px))"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className={styles.anchor} />
      </Popover.Target>
      <Popover.Dropdown className={styles.panel} role="dialog" aria-label={say('filters')}>
        <fieldset className={styles.group}>
          <legend>{say('sort')}</legend>
          <div className={styles.row}>
            {SORTS.map(one => (
              <label key={one} className={styles.choice}>
                <input
                  type="radio"
                  name="sidebar-sort"
                  className="visually-hidden"
                  checked={sort === one}
                  onChange={() => setSort(one)}
                />
                {say(`sort_${one}`)}
              </label>
            ))}
          </div>
          {sort !== 'manual' && (
            <button
              type="button"
              className={styles.turn}
              aria-label={say('turn', { words: way })}
              onClick={turn}
            >
              <Arrow size={15} stroke={1.8} aria-hidden />
              {way}
            </button>
          )}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{say('only')}</legend>
          <div className={styles.row}>
            {SIGNS.map(sign => (
              <label key={sign} className={styles.choice}>
                <input
                  type="checkbox"
                  className="visually-hidden"
                  checked={filter.signs.includes(sign)}
                  onChange={() => flip(sign)}
                />
                {say(`is_${sign}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <label className={styles.group}>
          <span>{say('model')}</span>
          <select
            className={styles.input}
            value={filter.model ?? ''}
            onChange={event => change({ model: event.target.value || null })}
          >
            <option value="">{say('any_model')}</option>
            {models.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <fieldset className={styles.group}>
          <legend>{say('changed_between')}</legend>
          <div className={styles.days}>
            <input
              type="date"
              className={styles.input}
              aria-label={say('from')}
              value={filter.from ?? ''}
              max={filter.to ?? undefined}
              onChange={event => change({ from: event.target.value || null })}
            />
            <input
              type="date"
              className={styles.input}
              aria-label={say('to')}
              value={filter.to ?? ''}
              min={filter.from ?? undefined}
              onChange={event => change({ to: event.target.value || null })}
            />
          </div>
        </fieldset>
        {count > 0 && (
          <button type="button" className={styles.clear} onClick={clear}>
            {say('clear_filters')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** The models that some session used, by name; ones that are gone go by their id. */
function useUsedModels(): { id: string; name: string }[] {
  const { data: sidebar } = useSidebar()
  const { data: models } = useModels()
  const used = new Set(sidebar?.sessions.flatMap(session => session.models))
  const names = new Map(models?.map(({ id, name }) => [id, name]))
  return [...used]
    .map(id => ({ id, name: names.get(id) ?? id }))
    .sort((one, other) => one.name.localeCompare(other.name))
}
