// Pictures against each other, over their session.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useShownFilters } from '@/shared/lib/use-shown-filters'
import { Boundary } from '@/shared/ui/boundary'
import { Loading } from './loading'

const Compare = lazy(() => import('@/features/compare/compare'))

export function ComparePage() {
  const { sessionId } = useParams({ from: '/s/$sessionId/compare' })
  const { ids } = useSearch({ from: '/s/$sessionId/compare' })
  const filters = useShownFilters()
  const navigate = useNavigate()
  const close = () =>
    void navigate({ to: '/s/$sessionId', params: { sessionId }, search: ({ ids: _, ...before }) => before })
  return (
    <Boundary place={String(ids)}>
      <Suspense fallback={<Loading onClose={close} />}>
        <Compare
          sessionId={sessionId}
          filters={filters}
          asked={ids}
          onIds={next =>
            void navigate({
              to: '/s/$sessionId/compare',
              params: { sessionId },
              search: before => ({ ...before, ids: next.join(',') }),
              replace: true, // going back closes it, however many pictures were put in
            })
          }
          onClose={close}
        />
      </Suspense>
    </Boundary>
  )
}
