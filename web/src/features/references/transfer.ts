// What a drag or the clipboard brings: picture files, pictures of our own, or a link that is no picture.
import { DRAGGED_IMAGES } from '@/shared/lib/drag-images'

export type Brought =
  | { kind: 'files'; files: File[]; folders: number }
  | { kind: 'images'; ids: string[] }
  | { kind: 'link' }
  | { kind: 'nothing' }

/** The parts of a DataTransfer that are looked at. */
export interface Bringer {
  types: readonly string[]
  files: ArrayLike<File>
  items?: ArrayLike<{ kind: string; webkitGetAsEntry?: () => { isDirectory: boolean } | null }>
  getData: (type: string) => string
}

const OWN = /\/api\/v1\/images\/([0-9a-f-]{36})\//i

/** What a drop brings; our own pictures are known by their type, or by their address from another window. */
export function dropped(data: Bringer, host: string): Brought {
  if (data.types.includes(DRAGGED_IMAGES)) {
    const ids = idsOf(data.getData(DRAGGED_IMAGES))
    return ids.length ? { kind: 'images', ids } : { kind: 'nothing' }
  }
  const link = data
    .getData('text/uri-list')
    .split(/\r?\n/)
    .find(line => line && !line.startsWith('#'))
  const own = link && ownImage(link, host)
  if (own) return { kind: 'images', ids: [own] }
  const entries = Array.from(data.items ?? [], item => item.webkitGetAsEntry?.() ?? null)
  const folders = entries.filter(entry => entry?.isDirectory).length
  const files = Array.from(data.files).filter((_, at) => !isFolder(data, at))
  if (files.length || folders) return { kind: 'files', files, folders }
  return link ? { kind: 'link' } : { kind: 'nothing' }
}

/** What a paste brings; text that comes along with a picture wins where a person is writing. */
export function pasted(data: Bringer, writing: boolean): Brought {
  const text = data.getData('text/plain').trim()
  const files = Array.from(data.files)
  if (files.length && !(writing && text)) return { kind: 'files', files, folders: 0 }
  return isLink(text) ? { kind: 'link' } : { kind: 'nothing' }
}

/** Whether a text is one address and nothing else. */
export function isLink(text: string): boolean {
  return /^(https?:\/\/|data:image\/)\S+$/i.test(text)
}

function ownImage(link: string, host: string): string | null {
  try {
    const { host: its, pathname } = new URL(link)
    return its === host ? (OWN.exec(pathname)?.[1] ?? null) : null
  } catch {
    return null
  }
}

function isFolder(data: Bringer, at: number): boolean {
  const files = Array.from(data.items ?? []).filter(item => item.kind === 'file')
  return files[at]?.webkitGetAsEntry?.()?.isDirectory ?? false
}

function idsOf(json: string): string[] {
  try {
    const { ids } = JSON.parse(json) as { ids?: unknown }
    return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}
