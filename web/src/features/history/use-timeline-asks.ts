// What others ask of the timeline: to bring a picture or the newest batch into view.
import { useQueryClient } from '@tanstack/react-query'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useState } from 'react'
import type { Batches } from '@/shared/api/facts'
import { chunkQuery } from '@/shared/api/history'
import { keys } from '@/shared/api/keys'
import { chunkOfId, type Shape } from '@/shared/api/shape'
import type { Batch } from '@/shared/api/types'
import { useAsk } from '@/shared/lib/asks'
import { foundBatch, wantedBatch } from '@/shared/lib/wanted'
import type { useItems } from './use-items'

interface Given {
  sessionId: string
  shape: Shape & { view: 'timeline' }
  items: ReturnType<typeof useItems<'timeline'>>
  indexOf: (batchId: string) => number
  goTo: (index: number, id: string) => void
  virtual: Virtualizer<HTMLElement, Element>
  scroller: HTMLElement | null
}

export function useTimelineAsks({ sessionId, shape, items, indexOf, goTo, virtual, scroller }: Given): void {
  const cache = useQueryClient()
  const [asked, setAsked] = useState<string | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)

  useAsk('tile', async ({ imageId }) => {
    const batchId = batchWith(imageId)?.id
    const number = batchId === undefined ? -1 : chunkOfId(shape, batchId)
    if (number < 0) return
    await cache.prefetchQuery(chunkQuery(sessionId, shape, number))
    setAsked(imageId)
  })
  // After the drawing, so that what was just read is known.
  useEffect(() => {
    if (asked === null) return
    setAsked(null)
    const batch = batchWith(asked)
    const made = batch?.generations.find(({ image }) => image?.id === asked)
    const index = batch ? indexOf(batch.id) : -1
    if (made && index >= 0) goTo(index, made.id)
  })
  const { partial } = shape
  useEffect(() => {
    const batchId = wantedBatch(sessionId)
    if (batchId === null) return
    const number = chunkOfId(shape, batchId)
    if (number < 0) return
    void cache.prefetchQuery(chunkQuery(sessionId, shape, number)).then(() => setWanted(batchId))
  }, [cache, sessionId, shape])
  useEffect(() => {
    if (wanted === null) return
    setWanted(null)
    const index = indexOf(wanted)
    const first = index < 0 ? undefined : items.at(index)?.generations[0]
    if (first) goTo(index, first.id)
    if (first || !partial) foundBatch()
  })
  // At once: a smooth scroll would be broken off by the batches that are measured on the way.
  useAsk('newest', () => {
    virtual.scrollToOffset(0)
    requestAnimationFrame(() => scroller?.scrollTo({ top: 0 }))
  })

  function batchWith(imageId: string): Batch | undefined {
    const has = (batch: Batch) => batch.generations.some(({ image }) => image?.id === imageId)
    const range = virtual.range
    for (let at = range?.startIndex ?? 0; range && at <= range.endIndex; at += 1) {
      const batch = items.at(at)
      if (batch && has(batch)) return batch
    }
    const chunks = cache.getQueriesData<{ items?: Batch[] }>({ queryKey: keys.chunk(sessionId) })
    const read = cache.getQueryData<Batches>(keys.batches(sessionId))?.pages ?? []
    return [...chunks.map(([, page]) => page), ...read].flatMap(page => page?.items ?? []).find(has)
  }
}
