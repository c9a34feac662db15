// The name of what a dialog is about.
import { useMemo } from 'react'
import { useSidebar } from '@/shared/api/reads'

/** The name of the first of these folders and sessions, shortened for a heading. */
export function useNameOf(ids: readonly string[]): string {
  const sidebar = useSidebar().data
  const first = ids[0]
  return useMemo(() => {
    const row =
      sidebar?.folders.find(({ id }) => id === first) ?? sidebar?.sessions.find(({ id }) => id === first)
    const name = row?.name ?? ''
    return name.length > 60 ? `${name.slice(0, 59)}…` : name
  }, [sidebar, first])
}
