// Keeps the query cache true by the live stream and tells components what was heard.
import { type Query, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { applyTold, readOf } from '@/shared/api/apply'
import { keys } from '@/shared/api/keys'
import { catchUp } from './catch-up'
import { type Connection, follow } from './follow'
import { type Message, type MessageKind, type MessageOf, readMessage } from './messages'
import { patch } from './patch'

function isBeyondEvents(query: Query): boolean {
  return (
    query.state.status === 'error' || [keys.engines[0], keys.models[0]].some(key => key === query.queryKey[0])
  )
}

type Hearer = (message: Message) => void

interface Live {
  connection: Connection
  hearers: Set<Hearer>
}

const Context = createContext<Live>({ connection: 'connecting', hearers: new Set() })

export function LiveProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient()
  const [connection, setConnection] = useState<Connection>('connecting')
  const [hearers] = useState(() => new Set<Hearer>())

  useEffect(() => {
    let greeted = false
    const behind = catchUp(cache)
    const refresh = () => void cache.invalidateQueries()
    const unfollow = follow('/api/v1/live', {
      onConnection: setConnection,
      onData: data => {
        const message = readMessage(data)
        if (!message) return
        if (message.kind === 'Hello') {
          // What was read before the stream began may have changed in between; after a break the events
          // follow, but engines tell none, and what could not be read meanwhile is worth another try.
          if (greeted) void cache.invalidateQueries({ predicate: isBeyondEvents })
          else refresh()
          greeted = true
        }
        behind.note(message)
        applyTold(cache, patch(readOf(cache), message))
        for (const hear of hearers) hear(message)
      },
    })
    const thaw = (event: Event) => {
      // A page that slept has heard nothing meanwhile.
      if (event.type === 'resume' || (event as PageTransitionEvent).persisted) refresh()
    }
    document.addEventListener('resume', thaw)
    addEventListener('pageshow', thaw)
    return () => {
      unfollow()
      behind.stop()
      document.removeEventListener('resume', thaw)
      removeEventListener('pageshow', thaw)
    }
  }, [cache, hearers])

  const live = useMemo(() => ({ connection, hearers }), [connection, hearers])
  return <Context value={live}>{children}</Context>
}

/** How the live stream stands. */
export function useConnection(): Connection {
  return useContext(Context).connection
}

/** Calls `hear` for each message of a kind, after the cache was changed by it. */
export function useLive<Kind extends MessageKind>(
  kind: Kind,
  hear: (message: MessageOf<Kind>) => void,
): void {
  const { hearers } = useContext(Context)
  const newest = useRef(hear)
  useEffect(() => {
    newest.current = hear
  })
  useEffect(() => {
    const listen: Hearer = message => {
      if (message.kind === kind) newest.current(message as MessageOf<Kind>)
    }
    hearers.add(listen)
    return () => {
      hearers.delete(listen)
    }
  }, [hearers, kind])
}
