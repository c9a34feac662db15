// The right side of a session: its details and its references, beside it on a wide screen, over it on a phone.
import { IconInfoCircle, IconPhoto } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useAsk } from '@/shared/lib/asks'
import { useGestures } from '@/shared/lib/gestures'
import { useKept } from '@/shared/lib/kept'
import { useWords } from '../words'
import type { Tab } from './beside'
import styles from './shell.module.css'

const SideDrawer = lazy(() => import('./side-drawer'))
const Beside = lazy(() => import('./beside'))

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
    <Suspense fallback={null}>
      <Beside {...{ id, tab }} onTab={setTab} onClose={close} onLeave={() => setOver(false)} />
    </Suspense>
  )
  if (!narrow) return <aside className={styles.details}>{panel}</aside>
  return (
    <Suspense fallback={null}>
      <SideDrawer opened onClose={close} side="right" title={say(tab)}>
        {panel}
      </SideDrawer>
    </Suspense>
  )
}
