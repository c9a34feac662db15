// Blurred placeholders from ThumbHash, made once per hash.
import { thumbHashToAverageRGBA, thumbHashToDataURL } from 'thumbhash'

const made = new Map<string, string>()
const KEPT = 2_000

/** A data: address of the blurred picture; empty for a hash that cannot be read. */
export function placeholderUrl(thumbhash: string): string {
  const known = made.get(thumbhash)
  if (known !== undefined) return known
  let url = ''
  try {
    url = thumbHashToDataURL(bytesOf(thumbhash))
  } catch {
    // A picture without a placeholder is only a little less pleasant.
  }
  if (made.size >= KEPT) made.clear()
  made.set(thumbhash, url)
  return url
}

/** The mean colour of the picture, for where a placeholder would cost too much; undefined for a broken hash. */
export function colourOf(thumbhash: string): string | undefined {
  try {
    const { r, g, b } = thumbHashToAverageRGBA(bytesOf(thumbhash))
    return `rgb(${[r, g, b].map(part => Math.round(part * 255)).join(' ')})`
  } catch {
    return undefined
  }
}

function bytesOf(thumbhash: string): Uint8Array {
  return Uint8Array.from(atob(thumbhash), sign => sign.charCodeAt(0))
}
