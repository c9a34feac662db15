// The pages of what was put away: the archive and the trash.
import { useNavigate } from '@tanstack/react-router'
import { lazy } from 'react'
import { useWords } from '../words'
import { PlainPage } from './plain-page'

const Archive = lazy(() => import('@/features/archive/archive'))
const Trash = lazy(() => import('@/features/trash/trash'))

export function ArchivePage() {
  const navigate = useNavigate()
  const open = (sessionId: string) => void navigate({ to: '/s/$sessionId', params: { sessionId } })
  return (
    <PlainPage title={useWords()('archive')}>
      <Archive onOpen={open} />
    </PlainPage>
  )
}

export function TrashPage() {
  return (
    <PlainPage title={useWords()('trash')}>
      <Trash />
    </PlainPage>
  )
}
