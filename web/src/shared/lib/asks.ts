// What one part of the page asks of another without importing it.
import { useEffect, useRef } from 'react'
import type { Kind, NewDraft } from '@/shared/api/types'

export interface Asks {
  /** Put these contents into the composer; `gone` says what of them is no longer there, `words` what was done. */
  fill: { draft: Partial<NewDraft>; gone: string[]; words?: string }
  /** Bring the tile of an image into view and focus it. */
  tile: { imageId: string }
  /** Put the cursor into the prompt. */
  prompt: Record<string, never>
  /** Bring the newest batch into view. */
  newest: Record<string, never>
  /** Choose a folder to move these rows to. */
  'move-to': { ids: string[] }
  /** Move these rows to the trash, asking about contents where there are any. */
  trash: { ids: string[] }
  /** Which session shall these pictures go to, or be copied to? */
  'images-to': { ids: string[]; copy: boolean }
  /** Choose a colour and an emoji. */
  appearance: { ids: string[] }
  'folder-defaults': { id: string }
  details: { id: string }
  /** Unfold to a row of the sidebar, bring it into view and focus it. */
  reveal: { id: string }
  duplicate: { ids: string[] }
  /** Switch pictures on as references of the next batch; `keep` false does not store them with the session. */
  refer: { imageIds: string[]; keep?: boolean }
  /** Switch them off again. */
  unrefer: { imageIds: string[] }
  /** Let the next batch grow out of a picture. */
  grow: { imageId: string; kind: Kind }
  /** Open or close the panel of references. */
  references: Record<string, never>
  /** Put two to four pictures side by side. */
  compare: { sessionId: string; imageIds: string[] }
  /** Choose how to save these, and save them. */
  download: { imageIds?: string[]; batchIds?: string[]; sessionId?: string }
  /** Choose tags for these pictures. */
  tag: { imageIds: string[] }
  /** Tell what stands in the composer in view; nobody answers while there is none. */
  composed: { tell: (draft: NewDraft) => void }
  /** Use what something was asked with again: show first what would change, or with `part` take that at once. */
  reuse: Reused & { part?: Part; anchor?: HTMLElement; onTaken?: () => void }
  /** Bring a batch into view in the timeline of its session. */
  batch: { sessionId: string; batchId: string }
}

export type Part = 'all' | 'prompt' | 'settings' | 'references' | 'seed'

/** Something that was asked for once. */
export type Reused =
  | { kind: 'generation' | 'batch' | 'image'; id: string }
  | { kind: 'prompt'; id: string; sessionId: string }

const bus = new EventTarget()
const hearers = new Map<string, number>()
/** What a composer is asked before its parts are loaded is kept for a while, not lost. */
const KEPT: readonly string[] = ['fill', 'refer', 'unrefer', 'grow'] satisfies (keyof Asks)[]
const PATIENCE = 5_000
let kept: { kind: string; detail: unknown; where: string | undefined }[] = []
const where = () => /^\/s\/([^/]+)/.exec(location.pathname)?.[1]

/** Asks every part of the page that listens. */
export function ask<Kind extends keyof Asks>(kind: Kind, detail: Asks[Kind]): void {
  bus.dispatchEvent(new CustomEvent(kind, { detail }))
  if (hearers.get(kind) || !KEPT.includes(kind)) return
  const early = { kind, detail, where: where() }
  kept.push(early)
  setTimeout(() => {
    kept = kept.filter(one => one !== early)
  }, PATIENCE)
}

/** Calls `answer` whenever this is asked. */
export function useAsk<Kind extends keyof Asks>(kind: Kind, answer: (detail: Asks[Kind]) => void): void {
  const newest = useRef(answer)
  useEffect(() => {
    newest.current = answer
  })
  useEffect(() => {
    const listen = (event: Event) => newest.current((event as CustomEvent<Asks[Kind]>).detail)
    bus.addEventListener(kind, listen)
    hearers.set(kind, (hearers.get(kind) ?? 0) + 1)
    const early = kept.filter(one => one.kind === kind)
    kept = kept.filter(one => one.kind !== kind)
    for (const one of early) if (one.where === where()) newest.current(one.detail as Asks[Kind])
    return () => {
      bus.removeEventListener(kind, listen)
      hearers.set(kind, (hearers.get(kind) ?? 1) - 1)
    }
  }, [kind])
}
