// Which view of a session is shown: timeline, grid and so on, kept in the address.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useGestures } from '@/shared/lib/gestures'
import { VIEW_NAMES, VIEWS, type ViewName, viewNamed } from '../routes/views'
import { useWords } from '../words'
import styles from './view-switch.module.css'

/** The view that is shown now. */
export function useView(): ViewName {
  return viewNamed(useSearch({ strict: false }).view)
}

export function ViewSwitch({ sessionId }: { sessionId: string }) {
  const say = useWords()
  const navigate = useNavigate()
  const shown = useView()
  const show = (view: ViewName) =>
    void navigate({
      to: '/s/$sessionId',
      params: { sessionId },
      search: before => ({ ...before, view: view === 'timeline' ? undefined : view }),
    })
  const step = (by: number) => {
    const next = VIEW_NAMES[VIEW_NAMES.indexOf(shown) + by]
    if (next) show(next)
  }
  const group = say('group_everywhere')
  useGestures([
    ...VIEW_NAMES.map(name => ({
      id: `view.${name}`,
      words: say('show_as', { view: say(VIEWS[name].words) }),
      group,
      icon: VIEWS[name].icon,
      when: () => name !== shown,
      run: () => show(name),
    })),
    { id: 'view.before', words: say('view_before'), group, key: '[', placeOnly: true, run: () => step(-1) },
    { id: 'view.after', words: say('view_after'), group, key: ']', placeOnly: true, run: () => step(1) },
  ])
  return (
    <nav className={styles.switch} aria-label={say('views')}>
      {VIEW_NAMES.map(name => (
        <button
          key={name}
          type="button"
          className={styles.view}
          aria-current={name === shown ? 'page' : undefined}
          title={say(VIEWS[name].words)}
          onClick={() => show(name)}
        >
          {VIEWS[name].icon}
          <span>{say(VIEWS[name].words)}</span>
        </button>
      ))}
    </nav>
  )
}
