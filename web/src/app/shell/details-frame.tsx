// The right side of a session: its details, beside it on a wide screen and over it on a phone.
import { IconInfoCircle } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useAsk } from '@/shared/lib/asks'
import { useGestures } from '@/shared/lib/gestures'
import { useKept } from '@/shared/lib/kept'
import { Boundary } from '@/shared/ui/boundary'
import { useWords } from '../words'
import styles from './shell.module.css'

const SideDrawer = lazy(() => import('./side-drawer'))
const Details = lazy(() => import('@/features/details/details'))

interface Props {
  sessionId: string | null
  narrow: boolean
}

export function DetailsFrame({ sessionId, narrow }: Props) {
  const say = useWords()
  const [kept, setKept] = useKept('details.open', false)
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
  useAsk('details', asked => {
    if (open && asked.id === id) return close()
    setOther(asked.id === sessionId ? null : asked.id)
    setOver(true)
    setKept(true)
  })
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
      run: () => {
        if (open) return close()
        setOver(true)
        setKept(true)
      },
    },
  ])
  if (!open) return null
  const panel = (
    <Boundary place={id}>
      <Suspense fallback={null}>
        <Details key={id} sessionId={id} onClose={close} />
      </Suspense>
    </Boundary>
  )
  if (!narrow) return <aside className={styles.details}>{panel}</aside>
  return (
    <Suspense fallback={null}>
      <SideDrawer opened onClose={close} side="right" title={say('details')}>
        {panel}
      </SideDrawer>
    </Suspense>
  )
}
