// What stands in a history: chunks are read when they have been in view for a moment, others not at all.
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { chunkQuery, type ItemOf, itemsOf } from '@/shared/api/history'
import { chunkAt, firstsOf, type Shape, type View } from '@/shared/api/shape'

const REST = 90 // milliseconds; what is scrolled past quicker is never asked for

/** Reads what lies between two indexes, and draws anew when it is there or changes. */
export function useChunks<Of extends View>(
  sessionId: string,
  shape: Shape & { view: Of },
  from: number,
  to: number,
) {
  const first = Math.max(0, chunkAt(shape, Math.max(0, from)))
  const last = chunkAt(shape, Math.min(shape.total - 1, to))
  const [asked, setAsked] = useState<[number, number, string]>([first, Math.min(last, first + 1), shape.born])
  const now = useRef<[number, number, string]>(asked)
  now.current = [first, last, shape.born]
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other chunks in view are what begins to wait
  useEffect(() => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null
      setAsked(now.current)
    }, REST)
  }, [first, last, shape.born])
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current)
      waiting.current = null
    },
    [],
  )

  const numbers: number[] = []
  if (asked[2] === shape.born) {
    const { chunks } = shape
    for (let number = asked[0]; number <= Math.min(asked[1], chunks.length - 1); number += 1)
      numbers.push(number)
  }
  const results = useQueries({ queries: numbers.map(number => chunkQuery(sessionId, shape, number)) })
  // What is not looked at here does not draw anew when it changes.
  const read = results.map(({ data, isError, error, refetch }) => ({ data, isError, error, refetch }))

  const failed = read.find(({ isError }) => isError)
  return { failed: failed?.error ?? null, retry: () => void failed?.refetch() }
}

/** Looks up what was read; reads nothing by itself. */
export function useLookup<Of extends View>(sessionId: string, shape: Shape & { view: Of }) {
  const cache = useQueryClient()
  const at = useCallback(
    (index: number): ItemOf<Of> | undefined => {
      const number = chunkAt(shape, index)
      return itemsOf(cache, sessionId, shape, number)?.[index - (firstsOf(shape)[number] ?? 0)]
    },
    [cache, sessionId, shape],
  )
  /** The same, waiting for what was not read yet. */
  const several = useCallback(
    async (from: number, to: number): Promise<ItemOf<Of>[]> => {
      const found: ItemOf<Of>[] = []
      for (let number = chunkAt(shape, from); number >= 0 && number <= chunkAt(shape, to); number += 1) {
        const { items } = await cache.ensureQueryData(chunkQuery(sessionId, shape, number))
        const start = firstsOf(shape)[number] ?? 0
        found.push(...items.slice(Math.max(0, from - start), to - start + 1))
      }
      return found
    },
    [cache, sessionId, shape],
  )
  return { at, several }
}

/** Both at once. */
export function useItems<Of extends View>(
  sessionId: string,
  shape: Shape & { view: Of },
  from: number,
  to: number,
) {
  return { ...useChunks(sessionId, shape, from, to), ...useLookup(sessionId, shape) }
}
