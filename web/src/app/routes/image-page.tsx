// A picture open over its session.
import { useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useShownFilters } from '@/shared/lib/use-shown-filters'
import { Boundary } from '@/shared/ui/boundary'
import { Loading } from './loading'

const Viewer = lazy(() => import('@/features/viewer/viewer'))

export function ImagePage() {
  const { sessionId, imageId } = useParams({ from: '/s/$sessionId/i/$imageId' })
  const filters = useShownFilters()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/s/$sessionId', params: { sessionId }, search: true })
  return (
    <Boundary place={imageId}>
      <Suspense fallback={<Loading onClose={close} />}>
        <Viewer
          sessionId={sessionId}
          imageId={imageId}
          filters={filters}
          onClose={close}
          onWalk={(next, session) =>
            void navigate({
              to: '/s/$sessionId/i/$imageId',
              params: { sessionId: session, imageId: next },
              search: session === sessionId ? true : {},
              replace: session === sessionId, // back from another session leads to where one was
            })
          }
          onOpenImage={next =>
            void navigate({
              to: '/s/$sessionId/i/$imageId',
              params: { sessionId, imageId: next },
              search: true,
              replace: true, // going back closes the viewer, however many pictures were looked at
            })
          }
        />
      </Suspense>
    </Boundary>
  )
}
