// Pictures as files: one by its address, several packed into one.
import { api, take } from './client'
import type { components } from './schema'

type Shapes = components['schemas']

/** Which pictures to pack, and as what. */
export type ToPack = Partial<Shapes['NewDownload']> & Pick<Shapes['NewDownload'], 'format' | 'metadata'>
export type Format = ToPack['format']

/** Packs several pictures; what comes back is fetched by the browser itself. */
export function pack(wanted: ToPack): Promise<Shapes['Ticket']> {
  return take<Shapes['Ticket']>(api.POST('/api/v1/downloads', { body: wanted }))
}

/** The address of one picture as a file of this format. */
export function pictureUrl(imageId: string, format: Format, metadata: boolean): string {
  return `/api/v1/images/${imageId}/file?download=true&format=${format}&metadata=${metadata}`
}

/** The address of what was packed. */
export function packedUrl(id: string): string {
  return `/api/v1/downloads/${id}`
}
