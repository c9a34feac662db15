// The files on their way to the server, in the order they were chosen, each with its progress and its own words when
// it fails.
import { useSyncExternalStore } from 'react'
import { problemOf } from '@/shared/api/problem'
import type { Image } from '@/shared/api/types'
import { type Sending, sendFile, type Warning } from '@/shared/api/upload'
import { newKey } from './ids'

export interface Upload {
  id: string
  sessionId: string | null
  name: string
  /** A blob: address to show it by; empty when it is no picture by its name. */
  preview: string
  state: 'waiting' | 'sending' | 'failed'
  /** 0..1 of its bytes. */
  sent: number
  /** Why it was not taken, in words to act on. */
  problem: string
  /** Whether sending it once more can help. */
  again: boolean
}

/** A picture that arrived and waits for its session's composer. */
export interface Landed {
  sessionId: string | null
  image: Image
  warnings: Warning[]
}

type Send = typeof sendFile

/** Sessions that are sent to at once; for each one file after the other, so that the first find room first. */
const AT_ONCE = 2
const MOST_BYTES = 64 * 1024 * 1024

/** A queue of uploads; the page has one. */
export class Uploads {
  private list: readonly Upload[] = []
  private landed: readonly Landed[] = []
  private files = new Map<string, File>()
  private running = new Map<string, Sending>()
  private hearers = new Set<() => void>()
  private shown: readonly (string | null)[] = []

  constructor(private readonly send: Send = sendFile) {}

  listen = (hear: () => void): (() => void) => {
    this.hearers.add(hear)
    return () => this.hearers.delete(hear)
  }

  all = (): readonly Upload[] => this.list
  arrivals = (): readonly Landed[] => this.landed

  add(sessionId: string | null, files: readonly File[]): void {
    const added = files.map((file): Upload => {
      const id = newKey()
      this.files.set(id, file)
      const preview = /^image\//.test(file.type) ? URL.createObjectURL(file) : ''
      const upload = { id, sessionId, name: file.name, preview, sent: 0 }
      const problem = refusal(file)
      return { ...upload, state: problem ? 'failed' : 'waiting', problem, again: false }
    })
    this.become([...this.list, ...added])
    this.next()
  }

  /** Takes an upload out, whether it waits, runs or failed. */
  drop(id: string): void {
    const known = this.list.find(upload => upload.id === id)
    if (known?.preview) URL.revokeObjectURL(known.preview)
    this.running.get(id)?.stop()
    this.running.delete(id)
    this.files.delete(id)
    this.become(this.list.filter(upload => upload.id !== id))
    this.next()
  }

  /** Tells that a place made for them shows the files of a session, until the answer is called. */
  show(sessionId: string | null): () => void {
    this.shown = [...this.shown, sessionId]
    this.tell()
    return () => {
      this.shown = this.shown.toSpliced(this.shown.indexOf(sessionId), 1)
      this.tell()
    }
  }

  areShown = (sessionId: string | null): boolean => this.shown.includes(sessionId)

  retry(id: string): void {
    this.change(id, { state: 'waiting', sent: 0, problem: '' })
    this.next()
  }

  /** What arrived for a session; it is given once. */
  take(sessionId: string | null): readonly Landed[] {
    const taken = this.landed.filter(one => one.sessionId === sessionId)
    if (taken.length) {
      this.landed = this.landed.filter(one => one.sessionId !== sessionId)
      this.tell()
    }
    return taken
  }

  private next(): void {
    for (const upload of this.list) {
      if (this.running.size >= AT_ONCE) return
      const file = this.files.get(upload.id)
      const busy = this.list.some(one => one.sessionId === upload.sessionId && one.state === 'sending')
      if (upload.state === 'waiting' && file && !busy) this.start(upload, file)
    }
  }

  private start({ id, sessionId }: Upload, file: File): void {
    const sending = this.send(sessionId, file, sent => this.change(id, { sent }))
    this.running.set(id, sending)
    this.change(id, { state: 'sending' })
    sending.done.then(
      arrived => {
        this.landed = [...this.landed, { sessionId, ...arrived }]
        this.drop(id)
      },
      thrown => {
        const { code, detail, status } = problemOf(thrown)
        this.running.delete(id)
        const again = code === 'unreachable' || status >= 500
        this.change(id, { state: 'failed', problem: detail, again })
        this.next()
      },
    )
  }

  private change(id: string, part: Partial<Upload>): void {
    this.become(this.list.map(upload => (upload.id === id ? { ...upload, ...part } : upload)))
  }

  private become(list: readonly Upload[]): void {
    this.list = list
    this.tell()
  }

  private tell(): void {
    for (const hear of this.hearers) hear()
  }
}

/** Why a file needs not even be sent; empty when it may be a picture. */
function refusal(file: File): string {
  if (file.size > MOST_BYTES) {
    const size = Math.ceil(file.size / 1024 / 1024)
    return `It has ${size} MB; at most 64 MB are taken. Make it smaller.`
  }
  return ''
}

/** The refused ones by their reasons, in order. */
export function refusedOf(list: readonly Upload[]): { problem: string; files: Upload[] }[] {
  const groups = new Map<string, Upload[]>()
  for (const upload of list) {
    if (upload.state === 'failed') groups.set(upload.problem, [...(groups.get(upload.problem) ?? []), upload])
  }
  return [...groups].map(([problem, files]) => ({ problem, files }))
}

export const uploads = new Uploads()

/** Every file on its way or refused. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploads.listen, uploads.all)
}

/** Whether a place made for them shows the files of a session. */
export function useShown(sessionId: string | null): boolean {
  return useSyncExternalStore(uploads.listen, () => uploads.areShown(sessionId))
}

/** What arrived and was not taken yet. */
export function useArrivals(): readonly Landed[] {
  return useSyncExternalStore(uploads.listen, uploads.arrivals)
}
