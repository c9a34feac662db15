// The right side of a session: its details and its references, beside it on a wide screen, over it on a phone.
import { IconInfoCircle, IconPhoto, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, Suspense, useEffect, useState } from 'react'
import { useAsk } from '@/shared/lib/asks'
import { useGestures } from '@/shared/lib/gestures'
import { useKept } from '@/shared/lib/kept'
import { Boundary } from '@/shared/ui/boundary'
import { useWords } from '../words'
import styles from './shell.module.css'

const SideDrawer = lazy(() => import('./side-drawer'))
const Details = lazy(() => import('@/features/details/details'))
const References = lazy(() => import('@/features/references/panel'))

type Tab = 'details' | 'references'
const TABS: readonly Tab[] = ['details', 'references']

interface Props {
  sessionId: string | null
  narrow: boolean
}

export function DetailsFrame({ sessionId, narrow }: Props) {
  const say = useWords()
  const [kept, setKept] = useKept('details.open', false)
  const [tab, setTab] = useKept<Tab>('details.tab', 'details')
  const [over, setOver] = useState(false)
  /** Another session than the one in view was asked about. */
  const [other, setOther] = useState<string | null>(null)
  const id = other ?? sessionId
  const open = id !== null && (narrow ? over : kept || other !== null)
  const close = () => {
    setOther(null)
    setOver(false)
    setKept(false)
  }
  const show = (wanted: Tab) => {
    setTab(wanted)
    setOver(true)
    setKept(true)
  }
  const toggle = (wanted: Tab) => (open && tab === wanted ? close() : show(wanted))
  useAsk('details', asked => {
    if (open && asked.id === id && tab === 'details') return close()
    setOther(asked.id === sessionId ? null : asked.id)
    show('details')
  })
  useAsk('references', () => toggle('references'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session in view is what ends it
  useEffect(() => {
    setOther(null)
    setOver(false)
  }, [sessionId])
  useGestures([
    {
      id: 'details',
      words: say('details'),
      group: say('group_everywhere'),
      key: 'I',
      icon: <IconInfoCircle size={16} />,
      when: () => id !== null,
      run: () => toggle('details'),
    },
    {
      id: 'references',
      words: say('references'),
      group: say('group_everywhere'),
      key: 'Shift+R',
      icon: <IconPhoto size={16} />,
      when: () => id !== null,
      run: () => toggle('references'),
    },
  ])
  if (!open) return null
  const panel = (
    <div className={styles.sideways}>
      <header className={styles.tabs}>
        <div role="tablist" aria-label={say('beside')} onKeyDown={event => walk(event, tab, setTab)}>
          {TABS.map(one => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`tab-${one}`}
              aria-selected={one === tab}
              aria-controls="beside"
              tabIndex={one === tab ? 0 : -1}
              onClick={() => setTab(one)}
            >
              {say(`tab_${one}`)}
            </button>
          ))}
        </div>
        <button type="button" className={styles.close} aria-label={say(`close_${tab}`)} onClick={close}>
          <IconX size={18} stroke={1.6} aria-hidden />
        </button>
      </header>
      <div id="beside" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.beside}>
        <Boundary place={`${id} ${tab}`}>
          <Suspense fallback={null}>
            {tab === 'details' ? (
              <Details key={id} sessionId={id} />
            ) : (
              <References key={id} sessionId={id} onLeave={() => setOver(false)} />
            )}
          </Suspense>
        </Boundary>
      </div>
    </div>
  )
  if (!narrow) return <aside className={styles.details}>{panel}</aside>
  return (
    <Suspense fallback={null}>
      <SideDrawer opened onClose={close} side="right" title={say(`tab_${tab}`)}>
        {panel}
      </SideDrawer>
    </Suspense>
  )
}

/** The arrows go from tab to tab, as in every list of tabs. */
function walk(event: KeyboardEvent<HTMLElement>, tab: Tab, choose: (tab: Tab) => void): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (!by) return
  event.preventDefault()
  const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab
  choose(next)
  event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
}
