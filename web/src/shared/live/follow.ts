// One live stream per browser: one tab holds it and passes what it hears to the others.
//
// A browser opens six connections to a host under HTTP/1.1; a stream in each tab would use them up.

export type Connection = 'connecting' | 'open' | 'lost'

export interface Listener {
  onData: (data: string) => void
  onConnection: (connection: Connection) => void
}

type Note = { data: string } | { connection: Connection } | { ask: true }

const AGAIN = [1_000, 2_000, 5_000, 10_000]

/** Follows `url` until the returned function is called; resumes after the last number that this tab heard. */
export function follow(url: string, listener: Listener): () => void {
  const stop = new AbortController()
  const bus = 'BroadcastChannel' in globalThis ? new BroadcastChannel('live') : null
  let last: string | null = null
  let mine: Connection | null = null // set while this tab holds the stream
  let tries = 0

  const hear = (data: string) => {
    last = /"number":(\d+)/.exec(data.slice(0, 40))?.[1] ?? last
    listener.onData(data)
  }
  const become = (connection: Connection) => {
    mine = connection
    listener.onConnection(connection)
    bus?.postMessage({ connection } satisfies Note)
  }

  if (bus) {
    bus.onmessage = ({ data: note }: MessageEvent<Note>) => {
      if ('data' in note) hear(note.data)
      else if ('connection' in note) listener.onConnection(note.connection)
      else if (mine) bus.postMessage({ connection: mine } satisfies Note)
    }
    bus.postMessage({ ask: true } satisfies Note)
  }

  const hold = () =>
    new Promise<void>(resolve => {
      let stream: EventSource | null = null
      let timer: ReturnType<typeof setTimeout> | undefined
      const open = () => {
        stream = new EventSource(last === null ? url : `${url}?after=${last}`)
        stream.onopen = () => {
          tries = 0
          become('open')
        }
        stream.onmessage = ({ data }: MessageEvent<string>) => {
          hear(data)
          bus?.postMessage({ data } satisfies Note)
        }
        stream.onerror = () => {
          // Opened anew by hand: a browser gives up for ever after an answer that is no stream.
          stream?.close()
          become('lost')
          timer = setTimeout(open, AGAIN[Math.min(tries++, AGAIN.length - 1)])
        }
      }
      // After a sleep or a change of network the old connection may hang without a word.
      const renew = () => {
        clearTimeout(timer)
        stream?.close()
        open()
      }
      addEventListener('online', renew, { signal: stop.signal })
      document.addEventListener('resume', renew, { signal: stop.signal })
      become('connecting')
      open()
      stop.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        stream?.close()
        resolve()
      })
    })

  // Without locks (plain http on a local network) each tab keeps a stream of its own.
  if (bus && 'locks' in navigator) {
    navigator.locks.request('live', { signal: stop.signal }, hold).catch(() => undefined)
  } else {
    bus?.close()
    void hold()
  }
  return () => {
    stop.abort()
    bus?.close()
  }
}
