// Sends one file, telling how far it is; fetch cannot tell that.
import { problemOf, readProblem } from './problem'
import type { components } from './schema'
import type { Image } from './types'

/** What is gently said about a picture that was taken all the same. */
export type Warning = components['schemas']['Caution']

/** A picture stored with a session to be switched on for its batches; `used` counts the generations that used it. */
export type Stored = components['schemas']['StoredReference']

export interface Sending {
  /** Rejects with ApiProblem; never settles after `stop`. */
  done: Promise<{ image: Image; warnings: Warning[] }>
  stop: () => void
}

const SMALL = 512

/** Uploads a picture to a session's references, or with `sessionId` null for the composer with none open. */
export function sendFile(sessionId: string | null, file: File, tell: (part: number) => void): Sending {
  const asked = new XMLHttpRequest()
  const done = new Promise<{ image: Image; warnings: Warning[] }>((resolve, reject) => {
    asked.open(
      'POST',
      sessionId === null ? '/api/v1/images' : `/api/v1/sessions/${sessionId}/references/files`,
    )
    asked.upload.onprogress = event => event.lengthComputable && tell(event.loaded / event.total)
    asked.onerror = () => reject(problemOf(new TypeError()))
    asked.onload = () => {
      const body = parse(asked.responseText)
      if (asked.status < 200 || asked.status >= 300) return reject(readProblem(body, asked.status))
      if (sessionId !== null) return resolve(body as Stored)
      resolve({ image: body as Image, warnings: [] })
    }
  })
  const form = new FormData()
  form.append('file', file)
  // A file that cannot be read (a folder, or one deleted meanwhile) would only break off the connection.
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => asked.send(form),
      () => asked.onerror?.(new ProgressEvent('error')),
    )
  return { done, stop: () => asked.abort() }
}

/** Whether a picture is below the size from which models see enough of it. */
export function isSmall({ width, height }: Pick<Image, 'width' | 'height'>): boolean {
  return width < SMALL || height < SMALL
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
