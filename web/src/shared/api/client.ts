// The typed client of the HTTP API; every call gives its data or throws an ApiProblem.
import createClient from 'openapi-fetch'
import { newKey } from '@/shared/lib/ids'
import { problemOf, readProblem } from './problem'
import type { paths } from './schema'

/** Tells this tab's own echo in the live stream from other tabs'. */
export const CLIENT = newKey()

export const api = createClient<paths>({ baseUrl: '/' })

interface Answer {
  data?: unknown
  error?: unknown
  response: Response
}

/** The data of an answer under the web app's own type for it. Throws ApiProblem. */
export async function take<Data>(asked: Promise<Answer>): Promise<Data> {
  let answer: Answer
  try {
    answer = await asked
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw problemOf(thrown)
  }
  if (!answer.response.ok) throw readProblem(answer.error, answer.response.status)
  return answer.data as Data
}
