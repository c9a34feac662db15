// The filters of a history, kept in the page's address.
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { ANYTHING, countFilters, type Filters, searchOf } from '@/shared/api/filters'
import { useAddressFilters } from '@/shared/lib/use-shown-filters'

export interface Filtering {
  filters: Filters
  /** How many kinds of filter are set. */
  count: number
  change: (some: Partial<Filters>) => void
  clear: () => void
}

export function useFilters(): Filtering {
  const navigate = useNavigate()
  const filters = useAddressFilters()
  const go = useCallback(
    (next: Filters) =>
      void navigate({ to: '.', search: before => ({ ...before, ...searchOf(next) }), replace: true }),
    [navigate],
  )
  const change = useCallback((some: Partial<Filters>) => go({ ...filters, ...some }), [go, filters])
  const clear = useCallback(() => go({ ...ANYTHING, rejected: filters.rejected }), [go, filters.rejected])
  return { filters, count: countFilters(filters), change, clear }
}
