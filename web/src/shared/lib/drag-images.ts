// Pictures that are dragged: what the sidebar finds in a drag, and other programs too.
import type { DragEvent } from 'react'
import { fileUrl } from '@/shared/api/addresses'
import type { Image } from '@/shared/api/types'

export const DRAGGED_IMAGES = 'application/x-opencanva-images'

/** Fills a drag with a picture of a session, or with several; its thumbnail goes with the pointer. */
export function dragImage(event: DragEvent, image: Image, sessionId: string, ids = [image.id]): void {
  const { dataTransfer } = event
  const address = new URL(fileUrl(image.id), location.href).href
  const name = `${image.id}.${image.media_type.split('/')[1] ?? 'png'}`
  dataTransfer.setData(DRAGGED_IMAGES, JSON.stringify({ ids, session_id: sessionId }))
  dataTransfer.setData('text/uri-list', address)
  dataTransfer.setData('DownloadURL', `${image.media_type}:${name}:${address}`)
  dataTransfer.effectAllowed = 'copyMove'
  const shown = (event.target as Element).querySelector('img[data-sharp="true"]')
  if (shown instanceof HTMLImageElement) dataTransfer.setDragImage(small(shown), 40, 40)
}

/** A picture small enough to see what lies under it; the browser copies it when the drag begins. */
function small(image: HTMLImageElement): HTMLElement {
  const ghost = document.createElement('canvas')
  const scale = 112 / Math.max(image.naturalWidth, image.naturalHeight, 1)
  ghost.width = Math.round(image.naturalWidth * scale)
  ghost.height = Math.round(image.naturalHeight * scale)
  ghost.getContext('2d')?.drawImage(image, 0, 0, ghost.width, ghost.height)
  ghost.style.cssText = 'position:fixed;top:-300px;left:0;border-radius:8px'
  document.body.append(ghost)
  setTimeout(() => ghost.remove())
  return ghost
}
