// Whose work the program holds.
import { useQuery } from '@tanstack/react-query'
import { api, take } from './client'
import type { components } from './schema'

type Credit = components['schemas']['Credit']

export function useLicences() {
  return useQuery({
    queryKey: ['licences'],
    queryFn: async ({ signal }) =>
      (await take<{ credits: Credit[] }>(api.GET('/api/v1/licences', { signal }))).credits,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
