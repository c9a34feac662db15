// Takes pictures that are dropped anywhere on the page of a composer, or pasted, as its references.
import { IconPhotoPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ask } from '@/shared/lib/asks'
import { DRAGGED_IMAGES } from '@/shared/lib/drag-images'
import { isTyping } from '@/shared/lib/keys'
import { useReferred } from '@/shared/lib/referred'
import { uploads } from '@/shared/lib/uploads'
import { toastProblem } from '@/shared/ui/toast'
import css from './taking.module.css'
import { type Brought, dropped, pasted } from './transfer'
import { useWords } from './words'

/** Where a picture of our own may be dropped; files may be dropped on the whole column. */
const TAKERS = '[data-takes-references]'
const COLUMN = '#session, [data-takes-references]'

export default function Taking() {
  const t = useWords()
  const there = useReferred()
  const sessionId = there?.sessionId ?? null
  const active = there !== null
  const [zone, setZone] = useState<DOMRect | null>(null)
  const newest = useRef<(brought: Brought) => boolean>(() => false)
  const early = useRef<{ brought: Brought; path: string } | null>(null)
  newest.current = brought => {
    if (!active) early.current = { brought, path: location.pathname }
    else if (brought.kind === 'images') ask('refer', { imageIds: brought.ids })
    else if (brought.kind === 'files') {
      uploads.add(sessionId, brought.files)
      if (brought.folders) toastProblem(new Error(t('aFolder')))
    } else if (brought.kind === 'link') toastProblem(new Error(t('aLink')))
    return brought.kind !== 'nothing'
  }

  // Brought while the composer was still loading: taken in as soon as it can.
  useEffect(() => {
    if (!active || !early.current) return
    const { brought, path } = early.current
    early.current = null
    if (path === location.pathname) newest.current(brought)
  }, [active])

  useEffect(() => {
    let clear: ReturnType<typeof setTimeout> | undefined
    const over = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? []
      const own = types.includes(DRAGGED_IMAGES)
      const foreign = types.includes('Files') || (types.includes('text/uri-list') && !own)
      const place = placeOf(event, own ? TAKERS : COLUMN)
      // A file that is dropped where nothing takes it would replace the page.
      if (types.includes('Files')) event.preventDefault()
      clearTimeout(clear)
      if (!place || !(own || foreign) || (own && event.defaultPrevented)) return setZone(null)
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setZone(known => known ?? place.getBoundingClientRect())
      clear = setTimeout(() => setZone(null), 400) // dragover comes all the time; leaving tells no end
    }
    const drop = (event: DragEvent) => {
      setZone(null)
      if (!event.dataTransfer || event.defaultPrevented) return
      const own = event.dataTransfer.types.includes(DRAGGED_IMAGES)
      const place = placeOf(event, own ? TAKERS : COLUMN)
      const files = event.dataTransfer.types.includes('Files')
      if (!place) return files ? event.preventDefault() : undefined
      if (newest.current(dropped(event.dataTransfer, location.host)) || files) event.preventDefault()
    }
    const paste = (event: ClipboardEvent) => {
      if (!event.clipboardData || event.defaultPrevented) return
      const { target } = event
      const prompt = target instanceof Element && target.closest(TAKERS) !== null
      if (isTyping(target) && !prompt) return // a note or a name may well be an address
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return
      if (newest.current(pasted(event.clipboardData, isTyping(target)))) event.preventDefault()
    }
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
    return () => {
      clearTimeout(clear)
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
      removeEventListener('paste', paste)
    }
  }, [])

  if (!zone) return null
  const { left, top, width, height } = zone
  return (
    <div className={css.zone} style={{ left, top, width, height }} data-low={height < 200 || undefined}>
      <IconPhotoPlus size={height < 200 ? 22 : 36} stroke={1.4} aria-hidden />
      <p>{t('dropHere')}</p>
      <small>{t('dropHereHint')}</small>
    </div>
  )
}

function placeOf(event: DragEvent, places: string): Element | null {
  return event.target instanceof Element ? event.target.closest(places) : null
}
