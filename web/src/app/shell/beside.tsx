// What stands on the right side of a session: its details or its references, behind two tabs.
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, Suspense } from 'react'
import { Boundary } from '@/shared/ui/boundary'
import styles from './beside.module.css'
import { useWords } from './beside-words'

const Details = lazy(() => import('@/features/details/details'))
const References = lazy(() => import('@/features/references/panel'))

export type Tab = 'details' | 'references'
const TABS: readonly Tab[] = ['details', 'references']

interface Props {
  /** Of the session. */
  id: string
  tab: Tab
  onTab: (tab: Tab) => void
  onClose: () => void
  /** Something was opened that lies under it on a phone. */
  onLeave: () => void
}

export default function Beside({ id, tab, onTab, onClose, onLeave }: Props) {
  const say = useWords()
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab
    onTab(next)
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <div className={styles.beside}>
      <header className={styles.head}>
        <div role="tablist" aria-label={say('beside')} onKeyDown={walk}>
          {TABS.map(one => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`tab-${one}`}
              aria-selected={one === tab}
              aria-controls="beside"
              tabIndex={one === tab ? 0 : -1}
              onClick={() => onTab(one)}
            >
              {say(one)}
            </button>
          ))}
        </div>
        <button type="button" className={styles.close} aria-label={say(`close_${tab}`)} onClick={onClose}>
          <IconX size={18} stroke={1.6} aria-hidden />
        </button>
      </header>
      <div id="beside" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        <Boundary place={`${id} ${tab}`}>
          <Suspense fallback={null}>
            {tab === 'details' ? (
              <Details key={id} sessionId={id} />
            ) : (
              <References key={id} sessionId={id} onLeave={onLeave} />
            )}
          </Suspense>
        </Boundary>
      </div>
    </div>
  )
}
