// Where a picture came from, pictures against each other, tags, and downloads, as the web app reads them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { take } from './client'
import type { Batch, Generation, Image, Kind } from './types'

const ROOT = '/api/v1'

/** A picture of a lineage; a ghost was deleted for ever and is only remembered. */
export interface PathNode {
  id: string
  ghost: boolean
  image: Image | null
  session_id: string | null
  batch_id: string | null
  model: string | null
  prompt: string
  thumbhash: string
  width: number
  height: number
  at: number
}

/** A picture on the way; `kind` is the act that made it of the one before. */
export interface PathStep {
  node: PathNode
  kind: Kind | null
}

export interface Path {
  steps: PathStep[]
  /** Pictures it also came of that are not on this way. */
  others: number
}

export interface Piece {
  op: 'same' | 'gone' | 'new'
  text: string
}

export interface Compared {
  image: Image
  generation: Generation | null
  prompt: string
  negative: string | null
  batch_id: string | null
}

/** A fact of every compared picture; `same` where they agree. */
export interface ComparedField {
  field: string
  words: string
  values: unknown[]
  same: boolean
}

export interface Comparison {
  items: Compared[]
  fields: ComparedField[]
  /** Each prompt against the first. */
  diffs: (Piece[] | null)[]
}

export interface ModelWins {
  model: string
  shown: number
  won: number
}

export interface Tag {
  tag: string
  images: number
}

export type Format = 'original' | 'png' | 'jpeg' | 'webp'

export interface Packed {
  id: string
  images: number
  name: string
}

export interface ToPack {
  image_ids?: string[]
  batch_ids?: string[]
  session_id?: string
  format: Format
  metadata: boolean
}

function ask<Data>(path: string, init?: RequestInit): Promise<Data> {
  return take<Data>(
    fetch(ROOT + path, init).then(async response => {
      const body: unknown = await response.json().catch(() => undefined)
      return { response, data: body, error: body }
    }),
  )
}

function post<Data>(path: string, body: unknown, key?: string): Promise<Data> {
  const headers = { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) }
  return ask<Data>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** A picture with what made it. */
export interface Made {
  image: Image
  generation: Generation
  batch: Batch
}

/** One picture with what made it, however far down the history it lies; null for one that was uploaded. */
export function useMade(imageId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['image', imageId, 'made'],
    queryFn: async ({ signal }): Promise<Made | null> => {
      const image = await ask<Image>(`/images/${imageId}`, { signal })
      if (!image.generation_id || image.trashed_at !== null) return null
      const generation = await ask<Generation>(`/generations/${image.generation_id}`, { signal })
      const batch = await ask<Batch>(`/batches/${generation.batch_id}`, { signal })
      return { image, generation, batch }
    },
    enabled,
    retry: false,
  })
}

/** How a picture came about, oldest first; it ends with the picture itself. */
export function usePath(imageId: string | null) {
  return useQuery({
    queryKey: ['path', imageId],
    queryFn: ({ signal }) => ask<Path>(`/images/${imageId}/path`, { signal }),
    enabled: imageId !== null,
    staleTime: 30_000,
    retry: false,
  })
}

/** Two to four pictures against each other. */
export function useComparison(ids: readonly string[]) {
  return useQuery({
    queryKey: ['compare', ...ids],
    queryFn: ({ signal }) => ask<Comparison>(`/compare?ids=${ids.join(',')}`, { signal }),
    enabled: ids.length >= 2,
    placeholderData: before => before,
  })
}

/** Records which picture was preferred. */
export function useRecordComparison(sessionId: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...given }: { image_ids: string[]; winner: string; blind: boolean; key: string }) =>
      post<{ id: string }>('/comparisons', { session_id: sessionId, ...given }, key),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['wins', sessionId] }),
  })
}

/** How often the models of a session were shown, and won. */
export function useModelWins(sessionId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['wins', sessionId],
    queryFn: async ({ signal }) => {
      return await ask<ModelWins[]>(`/sessions/${sessionId}/comparisons/models`, { signal })
    },
    enabled,
  })
}

/** The tags of a session, for suggesting them. */
export function useTags(sessionId: string | null) {
  return useQuery({
    queryKey: ['tags', sessionId],
    queryFn: async ({ signal }) => {
      return await ask<Tag[]>(`/sessions/${sessionId}/tags`, { signal })
    },
    enabled: sessionId !== null,
  })
}

/** Packs several pictures; what comes back is fetched by the browser itself. */
export function pack(wanted: ToPack): Promise<Packed> {
  return post<Packed>('/downloads', wanted)
}

/** The address of one picture as a file of this format. */
export function pictureUrl(imageId: string, format: Format, metadata: boolean): string {
  return `${ROOT}/images/${imageId}/file?download=true&format=${format}&metadata=${metadata}`
}

/** The address of what was packed. */
export function packedUrl(id: string): string {
  return `${ROOT}/downloads/${id}`
}
