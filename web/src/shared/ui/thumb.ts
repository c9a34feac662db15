// Blurred placeholders from ThumbHash, made once per hash.
import { thumbHashToDataURL } from 'thumbhash'

const made = new Map<string, string>()
const KEPT = 2_000

/** A data: address of the blurred picture; empty for a hash that cannot be read. */
export function placeholderUrl(thumbhash: string): string {
  const known = made.get(thumbhash)
  if (known !== undefined) return known
  let url = ''
  try {
    url = thumbHashToDataURL(Uint8Array.from(atob(thumbhash), sign => sign.charCodeAt(0)))
  } catch {
    // A picture without a placeholder is only a little less pleasant.
  }
  if (made.size >= KEPT) made.clear()
  made.set(thumbhash, url)
  return url
}
