// Short messages at the edge of the window.
import { problemOf } from '@/shared/api/problem'
import { newKey } from '@/shared/lib/ids'
import { showNotice } from './notices'

/** Tells that something was done. */
export function toast(words: string): void {
  showNotice({ id: newKey(), message: words, autoClose: 4_000 })
}

/** Tells what went wrong and how to mend it; the same words are not shown twice. */
export function toastProblem(thrown: unknown): void {
  const { code, detail } = problemOf(thrown)
  showNotice({
    id: `problem-${code}`,
    message: detail,
    color: 'red',
    autoClose: 8_000,
    role: 'alert',
  })
}
