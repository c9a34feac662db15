// Acts of organising: one request for all rows named, told to the query cache when it is done.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toastProblem } from '@/shared/ui/toast'
import type { Keyed } from './acts'
import { apply } from './apply'
import { api, take } from './client'
import { type Change, putFolder, type Read } from './facts'
import { keys } from './keys'
import { isPassing } from './problem'
import type { components, operations } from './schema'
import type { Sidebar, SidebarFolder } from './types'

export type Done = components['schemas']['Done']
type Body = operations['organise_api_v1_organise_post']['requestBody']['content']['application/json']
export type Organise = Pick<Body, 'act' | 'ids'> & Partial<Body>

const retry = (count: number, thrown: unknown) => count < 2 && isPassing(thrown)

/** Puts the rows of an act that is done into the sidebar and takes out what is gone, with all under it. */
export function applyDone(read: Read, done: Pick<Done, 'folders' | 'sessions' | 'gone' | 'whole'>): Change[] {
  const sidebar = read(keys.sidebar) as Sidebar | undefined
  if (!sidebar) return []
  if (done.whole) return [{ key: keys.sidebar, stale: true }]
  const gone = new Set(done.gone)
  const folders = put(sidebar.folders, done.folders).filter(folder => !gone.has(folder.id))
  for (let more = true; more; ) {
    more = false
    for (const { id, parent_id } of sidebar.folders) {
      if (parent_id === null || gone.has(id) || !gone.has(parent_id)) continue
      more = true
      gone.add(id)
    }
  }
  const sessions = put(sidebar.sessions, done.sessions).filter(
    ({ id, folder_id }) => !gone.has(id) && !(folder_id !== null && gone.has(folder_id)),
  )
  return [
    {
      key: keys.sidebar,
      value: { ...sidebar, folders: folders.filter(({ id }) => !gone.has(id)), sessions },
    },
  ]
}

function put<Row extends { id: string; version: number }>(known: Row[], news: readonly Row[]): Row[] {
  if (news.length === 0) return known
  const fresh = new Map(news.map(row => [row.id, row]))
  const rows = known.map(row => {
    const now = fresh.get(row.id)
    fresh.delete(row.id)
    return now && now.version >= row.version ? now : row
  })
  return [...rows, ...fresh.values()]
}

/** Does an act; problems are told as toasts. */
export function useOrganise() {
  const cache = useQueryClient()
  return useMutation({
    retry,
    mutationFn: (body: Organise) =>
      take<Done>(api.POST('/api/v1/organise', { body: { contents: 'along', with_images: true, ...body } })),
    onSuccess: done =>
      apply(
        cache,
        applyDone(key => cache.getQueryData(key), done),
      ),
    onError: toastProblem,
  })
}

export function useCreateFolder() {
  const cache = useQueryClient()
  return useMutation({
    retry,
    mutationFn: ({
      body,
      key,
    }: Keyed<{ name: string; parent_id?: string | null; after_id?: string | null }>) =>
      take<SidebarFolder>(
        api.POST('/api/v1/folders', { body, params: { header: { 'Idempotency-Key': key } } }),
      ),
    onSuccess: folder =>
      apply(
        cache,
        putFolder(key => cache.getQueryData(key), folder),
      ),
  })
}
