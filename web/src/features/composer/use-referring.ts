// Switches pictures on and off in the draft: asked from elsewhere, uploaded, or to grow out of.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keys } from '@/shared/api/keys'
import { problemOf } from '@/shared/api/problem'
import { useStoreReference } from '@/shared/api/references'
import { fetchReuse } from '@/shared/api/reuse'
import type { Image, Kind, Model, Reference } from '@/shared/api/types'
import { ask, useAsk } from '@/shared/lib/asks'
import { tellReferred } from '@/shared/lib/referred'
import { lostOf, taken } from '@/shared/lib/reuse'
import { uploads, useArrivals } from '@/shared/lib/uploads'
import { showNotice } from '@/shared/ui/notices'
import { toast, toastProblem } from '@/shared/ui/toast'
import type { Draft } from './draft'
import { useWords } from './strip-words'
import { cannotRefer, lacksRole, MOST_STORED, mostOf, refer } from './takes'

export interface Referring {
  sessionId: string | null
  draft: Draft
  models: Model[]
  loaded: boolean
  edit: (part: Partial<Draft>) => void
}

/** Answers what other parts of the page ask of the references, and takes in the uploads that arrive. */
export function useReferring({ sessionId, draft, models, loaded, edit }: Referring): void {
  const t = useWords()
  const cache = useQueryClient()
  const { mutate: store } = useStoreReference()
  const arrivals = useArrivals()
  const held = useRef(draft.references)
  held.current = draft.references
  const early = useRef<(() => void)[]>([])
  // Before the draft is here an edit of it would be lost.
  const soon = (act: () => void) => (loaded ? act() : void early.current.push(act))

  const hold = (references: Reference[]) => {
    held.current = references
    edit({ references })
  }
  /** With no session open nothing else keeps them: there all are switched on, and the limit is said. */
  const room = sessionId === null ? MOST_STORED : Math.max(1, mostOf(models))
  const switchOn = (ids: string[]) => {
    const { references, left } = refer(held.current, ids, room)
    if (references.length > held.current.length) hold(references)
    return left
  }

  /** The same picture sent twice is one, also while no session keeps it. */
  const isHeld = ({ sha256 }: Image) =>
    held.current.some(one => cache.getQueryData<Image>(keys.image(one.image_id))?.sha256 === sha256)

  useEffect(() => {
    if (!loaded || !arrivals.some(one => one.sessionId === sessionId)) return
    const landed = uploads.take(sessionId).filter(({ image }) => !isHeld(image))
    for (const { image } of landed) cache.setQueryData(keys.image(image.id), image)
    const left = switchOn(landed.map(({ image }) => image.id))
    const reason = cannotRefer(held.current.length, models)
    if (left.length && reason) {
      showNotice({ id: 'stored-off', message: t('storedOff', { reason }), autoClose: 6_000 })
    }
  })
  useEffect(() => {
    if (!loaded) return
    for (const act of early.current.splice(0)) act()
  }, [loaded])

  useAsk('refer', ({ imageIds, keep = true }) =>
    soon(() => {
      const left = switchOn(imageIds)
      const reason = cannotRefer(held.current.length, models)
      if (left.length && reason) toast(reason)
      if (sessionId === null || !keep) return
      for (const imageId of imageIds) store({ sessionId, imageId }, { onError: toastProblem })
    }),
  )
  useAsk('unrefer', ({ imageIds }) =>
    soon(() => hold(held.current.filter(one => !imageIds.includes(one.image_id)))),
  )
  useAsk('grow', given => soon(() => void grow(given.imageId, given.kind)))

  const grow = async (image_id: string, kind: Kind) => {
    const parent = { image_id, kind }
    if (kind === 'reference') {
      switchOn([image_id])
      return edit({ parent })
    }
    // An uploaded picture was never asked for: there is no prompt to begin with.
    const reuse = await fetchReuse({ kind: 'image', id: image_id }).catch(thrown => {
      if (problemOf(thrown).status !== 404) toastProblem(thrown)
      return null
    })
    const again: Partial<Draft> = reuse ? taken(draft, reuse, 'all') : {}
    // What it grew out of itself does not matter here.
    const missing = reuse?.missing.filter(({ field }) => field !== 'parent') ?? []
    const gone = lostOf(missing, 'all')
    if (kind === 'vary') {
      const { seed: _, ...options } = again.options ?? {}
      return ask('fill', { draft: { ...again, ...(reuse && { options }), parent }, gone })
    }
    const role = lacksRole('content', models) ? null : ('content' as const)
    const others = held.current.filter(one => one.image_id !== image_id).slice(0, Math.max(0, room - 1))
    const references = [{ image_id, role, strength: 0.6 }, ...others]
    ask('fill', { draft: { ...(again.prompt && { prompt: again.prompt }), references, parent }, gone: [] })
  }

  const most = mostOf(models)
  const full = cannotRefer(draft.references.length, models)
  const { references } = draft
  useEffect(() => {
    tellReferred({ sessionId, references, most, full })
  }, [sessionId, references, most, full])
  useEffect(() => () => tellReferred(null), [])
}
