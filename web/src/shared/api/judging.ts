// Judging pictures: kept, rejected, starred, rated, tagged; shown at once, taken back when it is refused.
import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { changeImages, WITH_IMAGES } from './change-images'
import { useOrganise } from './organise'
import type { Image } from './types'

export type Verdict = 'kept' | 'rejected' | null

export type Judgement =
  | { act: 'keep' | 'reject' | 'undecide' | 'star' | 'unstar' }
  | { act: 'rate'; rating: number }
  | { act: 'tag' | 'untag'; tag: string }

/** A picture as it is once it was judged; the same one where nothing changes. */
export function judged(image: Image, judgement: Judgement): Image {
  switch (judgement.act) {
    case 'keep':
    case 'reject':
    case 'undecide': {
      const verdict = VERDICTS[judgement.act]
      return image.verdict === verdict ? image : { ...image, verdict }
    }
    case 'star':
    case 'unstar': {
      const favourite = judgement.act === 'star'
      return image.favourite === favourite ? image : { ...image, favourite }
    }
    case 'rate':
      return image.rating === judgement.rating ? image : { ...image, rating: judgement.rating }
    case 'tag': {
      const has = image.tags?.some(tag => isSameTag(tag, judgement.tag))
      return has ? image : { ...image, tags: [...(image.tags ?? []), judgement.tag] }
    }
    case 'untag': {
      const had = image.tags ?? []
      const tags = had.filter(tag => !isSameTag(tag, judgement.tag))
      return tags.length === had.length ? image : { ...image, tags }
    }
  }
}

const VERDICTS = { keep: 'kept', reject: 'rejected', undecide: null } as const

/** Tags that differ only in capitals are one. */
export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Shows a change of pictures in everything that was read; the answer puts back what was shown before. */
export function showChanged(cache: QueryClient, change: (image: Image) => Image): () => void {
  const shown: [QueryKey, unknown, unknown][] = []
  for (const query of cache.getQueryCache().getAll()) {
    if (!WITH_IMAGES.includes(String(query.queryKey[0]))) continue
    const before = query.state.data
    const after = changeImages(before, change)
    if (after === before) continue
    cache.setQueryData(query.queryKey, after)
    shown.push([query.queryKey, before, cache.getQueryData(query.queryKey)]) // the cache keeps a copy
  }
  return () => {
    for (const [key, before, after] of shown) {
      if (cache.getQueryData(key) === after) cache.setQueryData(key, before)
      else void cache.invalidateQueries({ queryKey: key }) // something newer came since
    }
  }
}

/** Judges pictures; one step to undo each time. */
export function useJudge(): (ids: string[], judgement: Judgement) => void {
  const cache = useQueryClient()
  const { mutate } = useOrganise()
  return useCallback(
    (ids, judgement) => {
      if (!ids.length) return
      const chosen = new Set(ids)
      const takeBack = showChanged(cache, image => (chosen.has(image.id) ? judged(image, judgement) : image))
      mutate(
        { ...judgement, ids },
        {
          onError: takeBack,
          onSuccess: ({ images }) => {
            const fresh = new Map(images.map(image => [image.id, image]))
            showChanged(cache, image => fresh.get(image.id) ?? image)
            if (judgement.act === 'tag' || judgement.act === 'untag') {
              void cache.invalidateQueries({ queryKey: ['tags'] })
            }
          },
        },
      )
    },
    [cache, mutate],
  )
}
