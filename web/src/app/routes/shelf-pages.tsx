// The pages of what was put away: the archive and the trash.
import { Skeleton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Boundary } from '@/shared/ui/boundary'
import { Column } from '../shell/column'
import { Header } from '../shell/header'
import { useWords } from '../words'

const Archive = lazy(() => import('@/features/archive/archive'))
const Trash = lazy(() => import('@/features/trash/trash'))

export function ArchivePage() {
  const navigate = useNavigate()
  const open = (sessionId: string) => void navigate({ to: '/s/$sessionId', params: { sessionId } })
  return (
    <Page title={useWords()('archive')}>
      <Archive onOpen={open} />
    </Page>
  )
}

export function TrashPage() {
  return (
    <Page title={useWords()('trash')}>
      <Trash />
    </Page>
  )
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Open Canva`
  }, [title])
  return (
    <Column header={<Header title={title} />}>
      <Boundary place={title}>
        <Suspense fallback={<Skeleton height={48} my={8} radius="md" />}>{children}</Suspense>
      </Boundary>
    </Column>
  )
}
