// Filters and order of the tree, in a small panel under the filter's field.
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useModels, useSidebar } from '@/shared/api/reads'
import { Choice, Choices, Days, Panel, Pick, Plain } from '@/shared/ui/filter-panel'
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
    <Panel label={say('filters')} position="bottom-end" width={300} anchor={styles.anchor} onClose={onClose}>
      <Choices
        words={say('sort')}
        more={
          sort !== 'manual' && (
            <button
              type="button"
              className={styles.turn}
              aria-label={say('turn', { words: way })}
              onClick={turn}
            >
              <Arrow size={15} stroke={1.8} aria-hidden />
              {way}
            </button>
          )
        }
      >
        {SORTS.map(one => (
          <Choice
            key={one}
            name="sidebar-sort"
            words={say(`sort_${one}`)}
            on={sort === one}
            onFlip={() => setSort(one)}
          />
        ))}
      </Choices>
      <Choices words={say('only')}>
        {SIGNS.map(sign => (
          <Choice
            key={sign}
            words={say(`is_${sign}`)}
            on={filter.signs.includes(sign)}
            onFlip={() => flip(sign)}
          />
        ))}
      </Choices>
      <Pick
        words={say('model')}
        any={say('any_model')}
        value={filter.model}
        options={models.map(({ id, name }) => ({ value: id, words: name }))}
        onPick={model => change({ model })}
      />
      <Days
        words={say('changed_between')}
        from={{ words: say('from'), day: filter.from, onPick: from => change({ from }) }}
        to={{ words: say('to'), day: filter.to, onPick: to => change({ to }) }}
      />
      {count > 0 && <Plain words={say('clear_filters')} onClick={clear} />}
    </Panel>
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
