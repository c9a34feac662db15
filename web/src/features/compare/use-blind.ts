// A blind comparison: mixed, chosen, shown; and kept by the server.
import { useState } from 'react'
import { useRecordComparison } from '@/shared/api/comparisons'
import { newKey } from '@/shared/lib/ids'
import { toastProblem } from '@/shared/ui/toast'
import { shuffled } from './places'

export interface BlindState {
  on: boolean
  /** A choice is awaited: nothing may be told of the pictures yet. */
  hidden: boolean
  /** The pictures in the order they are shown in. */
  order: readonly string[]
  winner: string | null
  sessionId: string
  /** Whether the server has the choice, or why not. */
  record: 'none' | 'sending' | 'kept' | 'failed'
  begin: () => void
  end: () => void
  choose: (place: number) => void
  sendAgain: () => void
}

interface Round {
  /** Makes keeping the choice twice harmless. */
  key: string
  order: string[]
  winner: string | null
}

export function useBlind(sessionId: string, ids: readonly string[]): BlindState {
  const [round, setRound] = useState<Round | null>(null)
  const { mutate, status } = useRecordComparison(sessionId)
  // A round is about the pictures it began with.
  const valid = round && round.order.length === ids.length && ids.every(id => round.order.includes(id))
  const now = valid ? round : null
  const send = ({ key, order }: Round, winner: string) =>
    mutate({ key, image_ids: order, winner, blind: true }, { onError: toastProblem })
  return {
    on: now !== null,
    hidden: now !== null && now.winner === null,
    order: now?.order ?? ids,
    winner: now?.winner ?? null,
    sessionId,
    record: now?.winner ? RECORD[status] : 'none',
    begin: () => setRound({ key: newKey(), order: shuffled(ids), winner: null }),
    end: () => setRound(null),
    choose: place => {
      const winner = now?.order[place]
      if (!now || !winner || now.winner !== null) return
      setRound({ ...now, winner })
      send(now, winner)
    },
    sendAgain: () => now?.winner && send(now, now.winner),
  }
}

const RECORD = { idle: 'none', pending: 'sending', success: 'kept', error: 'failed' } as const
