// Where a picture came from: what made it, and the way to it from the first picture.
import { useQuery } from '@tanstack/react-query'
import { api, take } from './client'
import type { components } from './schema'
import type { Batch, Generation, Image } from './types'

const ROOT = '/api/v1'

export type Path = components['schemas']['Path']
/** A picture on the way; `kind` is the act that made it of the one before. */
export type PathStep = components['schemas']['PathStep']

/** A picture with what made it. */
export interface Made {
  image: Image
  generation: Generation
  batch: Batch
}

/** A picture that nobody asked for: it was brought. */
export interface Brought {
  image: Image
  generation: null
  batch: null
}

/** One picture with what made it, however far down the history it lies; null for one in the trash. */
export function useMade(imageId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['image', imageId, 'made'],
    queryFn: async ({ signal }): Promise<Made | Brought | null> => {
      const of = (id: string) => ({ params: { path: { id } }, signal })
      const image = await take<Image>(api.GET(`${ROOT}/images/{id}`, of(imageId)))
      if (image.trashed_at !== null) return null
      if (!image.generation_id) return { image, generation: null, batch: null }
      const generation = await take<Generation>(api.GET(`${ROOT}/generations/{id}`, of(image.generation_id)))
      const batch = await take<Batch>(api.GET(`${ROOT}/batches/{id}`, of(generation.batch_id)))
      return { image, generation, batch }
    },
    enabled,
    retry: false,
  })
}

/** Where a picture stands among those of its session; null for one that was brought or is not here. */
export async function fetchPlace(imageId: string): Promise<string | null> {
  const params = { path: { id: imageId } }
  const image = await take<Image>(api.GET(`${ROOT}/images/{id}`, { params })).catch(() => null)
  return image?.place ?? null
}

/** How a picture came about, oldest first; it ends with the picture itself. */
export function usePath(imageId: string | null) {
  return useQuery({
    queryKey: ['path', imageId],
    queryFn: ({ signal }) =>
      take<Path>(api.GET(`${ROOT}/images/{id}/path`, { params: { path: { id: imageId ?? '' } }, signal })),
    enabled: imageId !== null,
    staleTime: 30_000,
    retry: false,
  })
}
