// Organising: one act on many things, shown at once, taken back when it is refused; undo, redo, the trash.
import {
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { sayAct } from '@/shared/lib/act-words'
import { newKey } from '@/shared/lib/ids'
import { toastAct } from '@/shared/ui/act-toast'
import { toast, toastProblem } from '@/shared/ui/toast'
import type { Keyed } from './acts'
import { apply, readOf } from './apply'
import { api, take } from './client'
import { expectDone, takeBack } from './expect'
import { putFolder } from './facts'
import { keys } from './keys'
import { putOrganised, takeDeleted } from './organised'
import { nextRedo, nextUndo } from './past'
import { isPassing, problemOf } from './problem'
import type { Act, Destroyed, Details, Done, Folder, Order, Sidebar, TrashPage } from './types'

const ROOT = '/api/v1'
const retry = (count: number, thrown: unknown) => count < 2 && isPassing(thrown)
const scope = { id: 'organise' } // one after the other, as they were asked for

const sentKeys = new WeakMap<Order, string>()

function keyOf(order: Order): string {
  const key = sentKeys.get(order) ?? newKey()
  sentKeys.set(order, key)
  return key
}

/** Does an act; the sidebar shows it at once, a toast offers to take it back, a refusal is told. */
export function useOrganise() {
  const cache = useQueryClient()
  return useMutation({
    scope,
    retry,
    mutationFn: (order: Order) =>
      take<Done>(
        api.POST(`${ROOT}/organise`, {
          body: order as Required<Order>,
          params: { header: { 'Idempotency-Key': keyOf(order) } },
        }),
      ),
    onMutate: async order => {
      await cache.cancelQueries({ queryKey: keys.sidebar })
      const before = cache.getQueryData<Sidebar>(keys.sidebar)
      if (!before) return undefined
      const expected = expectDone(before, order)
      if (expected !== before) cache.setQueryData(keys.sidebar, expected)
      return { before, expected }
    },
    onError: (thrown, _, shown) => {
      if (shown) {
        cache.setQueryData<Sidebar>(keys.sidebar, now => now && takeBack(now, shown.before, shown.expected))
      }
      toastProblem(thrown)
      // The refusal says that this page knows too little: what it shows is asked for anew.
      if (problemOf(thrown).status >= 400) void cache.invalidateQueries({ queryKey: keys.sidebar })
    },
    onSuccess: done => hear(cache, done, false),
  })
}

/** Takes back an act, or the newest one that stands; says why where that cannot be. */
export function useUndo() {
  return useTurn('undo')
}

/** Does an undone act again. */
export function useRedo() {
  return useTurn('redo')
}

function useTurn(way: 'undo' | 'redo') {
  const cache = useQueryClient()
  return useMutation({ scope, mutationFn: (id?: string) => turn(cache, way, id), onError: toastProblem })
}

async function turn(cache: QueryClient, way: 'undo' | 'redo', wanted?: string): Promise<void> {
  const acts = wanted ? [] : await cache.fetchQuery({ ...actsQuery, staleTime: Number.POSITIVE_INFINITY })
  const id = wanted ?? (way === 'undo' ? nextUndo(acts) : nextRedo(acts))?.id
  if (id === undefined) {
    toast(sayAct(way === 'undo' ? 'no_undo' : 'no_redo'))
    return
  }
  try {
    hear(
      cache,
      await take<Done>(api.POST(`${ROOT}/${way}/{id}`, { params: { path: { id } } })),
      way === 'redo',
    )
  } catch (thrown) {
    void cache.invalidateQueries({ queryKey: keys.acts })
    throw thrown
  }
}

/** Shows what was done, with the way back. */
function hear(cache: QueryClient, done: Done, again: boolean): void {
  apply(cache, putOrganised(readOf(cache), done))
  const { act, generations } = done
  if (!act) return
  const way = act.state === 'undone' ? 'redo' : 'undo'
  const turnBack = () => void turn(cache, way, act.id).catch(toastProblem)
  toastAct(act, again, generations.length > 0, turnBack)
}

export const actsQuery = queryOptions({
  queryKey: keys.acts,
  queryFn: async ({ signal }) => {
    const { items } = await take<{ items: Act[] }>(
      api.GET(`${ROOT}/acts`, { params: { query: { limit: 50 } }, signal }),
    )
    return items
  },
})

/** The acts that can be undone or redone, newest first. */
export function useActs() {
  return useQuery(actsQuery)
}

/** A new folder; it can be undone like every act. */
export function useCreateFolder() {
  const cache = useQueryClient()
  return useMutation({
    retry,
    mutationFn: ({
      body,
      key,
    }: Keyed<{ name: string; parent_id?: string | null; after_id?: string | null }>) =>
      take<Folder>(api.POST(`${ROOT}/folders`, { body, params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: folder => apply(cache, putFolder(readOf(cache), folder)),
  })
}

/** What lies in the trash, newest first, page by page, with the sums of all of it on every page. */
export function useTrash() {
  return useInfiniteQuery({
    queryKey: keys.trash,
    queryFn: ({ pageParam, signal }) =>
      take<TrashPage>(
        api.GET(`${ROOT}/trash`, {
          params: { query: { limit: 100, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
}

/** Deletes for ever: these, or (`null`) everything that lay in the trash until `before`. */
export function useDeleteForEver() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, before }: { ids: string[] | null; before: number }) =>
      ids === null
        ? take<Destroyed>(api.POST(`${ROOT}/trash/empty`, { body: { before } }))
        : take<Destroyed>(api.POST(`${ROOT}/trash/delete`, { body: { ids } })),
    onSuccess: (_, { ids }) => apply(cache, takeDeleted(readOf(cache), ids ?? [])),
    onError: toastProblem,
  })
}

/** All about a session. */
export function useDetails(id: string) {
  return useQuery({
    queryKey: keys.details(id),
    queryFn: ({ signal }) =>
      take<Details>(api.GET(`${ROOT}/sessions/{id}/details`, { params: { path: { id } }, signal })),
    staleTime: 0,
  })
}
