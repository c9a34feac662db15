// Setting engines up: their kinds, adding, changing, trying out, order and removing.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Keyed } from './acts'
import { api, take } from './client'
import { keys } from './keys'
import { isPassing } from './problem'
import type { Engine, EngineChange, EngineKind, NewEngine, Trial } from './types'

const ROOT = '/api/v1'
const retry = (count: number, thrown: unknown) => count < 2 && isPassing(thrown)

/** Every kind of engine that can be set up. */
export function useEngineKinds() {
  return useQuery({
    queryKey: keys.engineKinds,
    queryFn: ({ signal }) => take<EngineKind[]>(api.GET(`${ROOT}/engine-kinds`, { signal })),
  })
}

/** Reads the engines and their models anew: what was changed may answer otherwise now. */
export function useReadEnginesAnew() {
  const cache = useQueryClient()
  return () => Promise.all([keys.engines, keys.models].map(queryKey => cache.invalidateQueries({ queryKey })))
}

export function useAddEngine() {
  const anew = useReadEnginesAnew()
  return useMutation({
    retry,
    mutationFn: ({ body: { kind, values, name = '' }, key }: Keyed<NewEngine>) =>
      take<{ id: string }>(
        api.POST(`${ROOT}/engines`, {
          body: { kind, name, ...(values && { values }) },
          params: { header: { 'Idempotency-Key': key } },
        }),
      ),
    onSuccess: anew,
  })
}

/** Changes an engine; what is left out stays. */
export function useChangeEngine() {
  const anew = useReadEnginesAnew()
  return useMutation({
    retry,
    mutationFn: ({ id, ...body }: EngineChange & { id: string }) =>
      take<{ id: string }>(api.PATCH(`${ROOT}/engines/{id}`, { params: { path: { id } }, body })),
    onSuccess: anew,
  })
}

export function useRemoveEngine() {
  const anew = useReadEnginesAnew()
  return useMutation({
    retry,
    mutationFn: (id: string) => take<null>(api.DELETE(`${ROOT}/engines/{id}`, { params: { path: { id } } })),
    onSuccess: anew,
  })
}

/** Puts the engines in an order; it shows at once and goes back if it is refused. */
export function useOrderEngines() {
  const cache = useQueryClient()
  const anew = useReadEnginesAnew()
  return useMutation({
    retry,
    scope: { id: 'order-engines' },
    mutationFn: (ids: string[]) => take<null>(api.PUT(`${ROOT}/engine-order`, { body: { ids } })),
    onMutate: async ids => {
      await cache.cancelQueries({ queryKey: keys.engines })
      cache.setQueryData<Engine[]>(keys.engines, now =>
        now?.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)),
      )
    },
    onSettled: anew,
  })
}

/** Asks an engine once, with `values` put over what is kept; of a kind when no engine is named. */
export function useTryEngine() {
  return useMutation({
    mutationFn: ({ id, kind, values }: { id?: string; kind: string; values: Record<string, unknown> }) =>
      id === undefined
        ? take<Trial>(
            api.POST(`${ROOT}/engine-kinds/{kind}/test`, { params: { path: { kind } }, body: { values } }),
          )
        : take<Trial>(api.POST(`${ROOT}/engines/{id}/test`, { params: { path: { id } }, body: { values } })),
  })
}
