// Throwing away a tile or what is left of it; the focus goes on to the next one first.
import { useCallback, useRef } from 'react'
import { useOrganise } from '@/shared/api/organise'

/** `onLeave` moves the focus on from a tile before it goes. */
export function useTrash(onLeave: (generationId: string, index: number) => void) {
  const { mutate } = useOrganise()
  const leave = useRef(onLeave)
  leave.current = onLeave
  return useCallback(
    (generationId: string, index: number, ids: string[]) => {
      leave.current(generationId, index)
      mutate({ act: 'trash', ids })
    },
    [mutate],
  )
}
