// The shape of a history as it is shown: a new reading takes the place of the old one when what is in view is there.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Filters } from '@/shared/api/filters'
import { chunkQuery, firstQuery, shapeQuery } from '@/shared/api/history'
import { chunkOfId, type Shape, type View } from '@/shared/api/shape'

/** `inView` tells the id at the top of what is looked at; null at the very top. */
export function useShape<Of extends View>(
  sessionId: string,
  view: Of,
  filters: Filters,
  inView: () => string | null,
) {
  const cache = useQueryClient()
  const query = useMemo(() => shapeQuery(sessionId, view, filters), [sessionId, view, filters])
  const { data: whole, error, isError, refetch } = useQuery(query)
  // The whole of a long history takes a moment: meanwhile its beginning is there to see.
  const late = useLate(whole === undefined)
  const beginning = useQuery({ ...firstQuery(sessionId, view, filters), enabled: late && !isError }).data
  const data = whole ?? (beginning?.total ? beginning : undefined)
  const [held, setHeld] = useState<{ of: string; shape: Shape } | null>(null)
  const newest = useRef(inView)
  newest.current = inView

  const of = JSON.stringify(query.queryKey)
  const waits = data && held?.of === of && held.shape.born !== data.born ? data.born : null
  useEffect(() => {
    if (waits === null) {
      setHeld(data ? { of, shape: data } : null)
      return
    }
    let ended = false
    const shape = data as Shape
    const id = newest.current()
    const number = id === null ? 0 : Math.max(0, chunkOfId(shape, id))
    const near = [number - 1, number, number + 1].filter(one => shape.chunks[one])
    const read = near.map(one => cache.prefetchQuery(chunkQuery(sessionId, shape, one)))
    void Promise.all(read).then(() => {
      if (!ended) setHeld({ of, shape: cache.getQueryData<Shape>(query.queryKey) ?? shape })
    })
    return () => {
      ended = true
    }
  }, [waits, data, cache, of, query.queryKey, sessionId])

  const shape = (waits === null ? data : held?.shape) as (Shape & { view: Of }) | undefined
  return { shape, error, isError, refetch }
}

const LATE = 150 // milliseconds

/** Whether something has not come for a while. */
function useLate(missing: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!missing) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), LATE)
    return () => clearTimeout(timer)
  }, [missing])
  return late && missing
}
