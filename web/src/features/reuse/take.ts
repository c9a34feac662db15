// Puts what was asked for once into the composer in view.
import { fetchReuse } from '@/shared/api/reuse'
import type { NewDraft, Reuse } from '@/shared/api/types'
import { type Asks, ask, type Part } from '@/shared/lib/asks'
import { changes, lostOf, taken } from '@/shared/lib/reuse'
import { toast, toastProblem } from '@/shared/ui/toast'
import { say } from './words'

/** What stands in the composer in view; null while there is none. */
export function composed(): NewDraft | null {
  const found: NewDraft[] = []
  ask('composed', { tell: draft => found.push(draft) })
  return found[0] ?? null
}

/** Takes a part into the composer, with a way back; `onTaken` is called before, to clear the way to it. */
export function take(reuse: Reuse, part: Part, onTaken?: () => void): void {
  const now = composed()
  if (!now) {
    toast(say('noComposer'))
    return
  }
  const draft = taken(now, reuse, part)
  const gone = lostOf(reuse.missing, part)
  if (!gone.length && !changes(now, draft).length) {
    toast(say('nothing'))
    return
  }
  onTaken?.()
  // After the focus went back to where it was before: the composer has it last.
  setTimeout(() => ask('fill', { draft, gone, words: say(`taken_${part}`) }), onTaken ? 150 : 0)
}

/** The same in one press, without showing first what changes. */
export async function takeAtOnce(asked: Asks['reuse'] & { part: Part }): Promise<void> {
  try {
    take(await fetchReuse(asked), asked.part, asked.onTaken)
  } catch (thrown) {
    toastProblem(thrown)
  }
}
