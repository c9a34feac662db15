// A page that is no session's: its title in the header, its contents loaded when it is opened.
import { Skeleton } from '@mantine/core'
import { type ReactNode, Suspense, useEffect } from 'react'
import { Boundary } from '@/shared/ui/boundary'
import { Column } from '../shell/column'
import { Header } from '../shell/header'

export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
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
