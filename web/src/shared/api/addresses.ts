// Addresses of pictures, for src and href.
const ROOT = '/api/v1'

/** A WebP of at most `width` pixels. */
export function thumbUrl(imageId: string, width: 320 | 640 | 1280 = 320): string {
  return `${ROOT}/images/${imageId}/thumb?w=${width}`
}

/** The original bytes; with `download` the browser saves them. */
export function fileUrl(imageId: string, download = false): string {
  return `${ROOT}/images/${imageId}/file${download ? '?download=1' : ''}`
}

/** The newest preview of a generation that is being made; `n` only keeps the browser from showing an old one. */
export function previewUrl(generationId: string, n: number): string {
  return `${ROOT}/generations/${generationId}/preview?n=${n}`
}
