// What of a session the view in the page's address shows: its filters, or everything where it knows none.
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ANYTHING, type Filters, filtersOf, searchOf } from '@/shared/api/filters'

const EVERYTHING: Filters = { ...ANYTHING, rejected: true }
const UNFILTERED: readonly unknown[] = ['lineage', 'prompts']

/** The filters in the address; the same value as long as they are the same. */
export function useAddressFilters(): Filters {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const asked = JSON.stringify(searchOf(filtersOf(search)))
  return useMemo(() => filtersOf(JSON.parse(asked) as Record<string, unknown>), [asked])
}

/** What one walks through from the view that is open: views without filters show rejected pictures as well. */
export function useShownFilters(): Filters {
  const { view } = useSearch({ strict: false }) as Record<string, unknown>
  const filters = useAddressFilters()
  return UNFILTERED.includes(view) ? EVERYTHING : filters
}
