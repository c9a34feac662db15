// The page of one session: its header, the composer, its history, and a picture over it.
import { Button } from '@mantine/core'
import { useDocumentVisibility } from '@mantine/hooks'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import Composer from '@/features/composer/composer'
import { useOpenSession } from '@/shared/api/acts'
import { problemOf } from '@/shared/api/problem'
import { useSession } from '@/shared/api/reads'
import { Boundary } from '@/shared/ui/boundary'
import { Message } from '@/shared/ui/message'
import { Column } from '../shell/column'
import { Header } from '../shell/header'
import { useSidebarFrame } from '../shell/sidebar-context'
import { useView, ViewSwitch } from '../shell/view-switch'
import { useWords } from '../words'
import { LostPage } from './lost-page'
import { SessionPlace } from './session-place'
import { VIEW_NAMES, VIEWS } from './views'

export function SessionPage() {
  const { sessionId } = useParams({ from: '/s/$sessionId' })
  const say = useWords()
  const navigate = useNavigate()
  const { data: session, error, refetch } = useSession(sessionId)
  const { Show } = VIEWS[useView()]
  const { narrow } = useSidebarFrame()
  const thrown = error ? problemOf(error) : null
  const gone = thrown?.status === 404 || thrown?.status === 422 // deleted for ever, or never was
  const problem = gone || !session ? thrown : null
  useSeen(sessionId, session ? session.unseen + session.failed : null)

  const name = session?.name
  useEffect(() => {
    document.title = name ? `${name} · Open Canva` : 'Open Canva'
  }, [name])

  // An address with something that is no id is as lost as one of a session that is gone.
  if (gone) return <LostPage />
  return (
    <>
      <Column
        key={sessionId}
        header={
          <>
            <Header session={session} />
            {narrow && session && VIEW_NAMES.length > 1 && <ViewSwitch sessionId={sessionId} />}
          </>
        }
      >
        {problem ? (
          <Message main title={say('broken_title')} words={problem.detail}>
            <Button variant="default" onClick={() => void refetch()}>
              {say('again')}
            </Button>
          </Message>
        ) : (
          <Boundary place={sessionId}>
            {session && <SessionPlace session={session} />}
            {!session?.in_trash && <Composer sessionId={sessionId} onStarted={() => undefined} />}
            <Suspense fallback={null}>
              <Show
                sessionId={sessionId}
                onOpenImage={imageId =>
                  void navigate({
                    to: '/s/$sessionId/i/$imageId',
                    params: { sessionId, imageId },
                    search: true,
                  })
                }
              />
            </Suspense>
          </Boundary>
        )}
      </Column>
      <Outlet />
    </>
  )
}

/** Tells the server that the session is in view, and again whenever results land meanwhile. */
function useSeen(sessionId: string, marks: number | null) {
  const { mutate } = useOpenSession()
  const visible = useDocumentVisibility() === 'visible'
  const known = marks !== null
  const marked = (marks ?? 0) > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: new marks are a reason to tell again
  useEffect(() => {
    if (known && visible) mutate(sessionId)
  }, [sessionId, known, visible, marked, mutate])
}
