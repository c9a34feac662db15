// Errors of the server as one class with a code for programs and a sentence for people.

/** What went wrong: `code` is stable, `detail` is the sentence to show, `field` the input at fault. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'

  constructor(
    readonly code: string,
    readonly detail: string,
    readonly status = 0,
    readonly field: string | null = null,
    readonly extras: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail)
  }
}

const UNREACHABLE = 'The server cannot be reached. Check that Open Canva is running, then try again.'
const UNREADABLE = 'The server answered in an unexpected way. Load the page again.'

/** The problem in an answer's body (application/problem+json, already parsed). */
export function readProblem(body: unknown, status: number): ApiProblem {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('detail' in body)) {
    const words = status === 0 || status >= 502 ? UNREACHABLE : UNREADABLE
    return new ApiProblem(status === 0 || status >= 502 ? 'unreachable' : 'unreadable', words, status)
  }
  const { code, detail, field, ...extras } = body as Record<string, unknown>
  return new ApiProblem(
    String(code),
    String(detail),
    status,
    typeof field === 'string' ? field : null,
    extras,
  )
}

/** The problem behind anything thrown; a fetch that fails means that nobody answers. */
export function problemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown
  if (thrown instanceof TypeError) return new ApiProblem('unreachable', UNREACHABLE)
  return new ApiProblem('unreadable', thrown instanceof Error ? thrown.message : UNREADABLE)
}

/** Whether asking again can help: nobody answered, or the server was busy. */
export function isPassing(thrown: unknown): boolean {
  const { code, status } = problemOf(thrown)
  return code === 'unreachable' || status === 503
}
