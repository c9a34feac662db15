// Two edits of one draft as one, while it is being typed; loaded only when two tabs wrote at once.
import { flushSync } from 'react-dom'
import { diffWords } from '@/shared/lib/word-diff'
import type { Draft } from './draft'
import { carry } from './enhance-diff'

const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** `kept` is what the server made of `sent`; what was changed of `sent` since then is carried into it. */
export function rebase(sent: Draft, kept: Draft, now: Draft): Draft {
  const changed = Object.entries(now).filter(
    ([name, value]) => !alike(value ?? null, sent[name as keyof Draft] ?? null),
  )
  return { ...kept, ...Object.fromEntries(changed), prompt: carry(sent.prompt, kept.prompt, now.prompt) }
}

/** Where a place of `before` lies in `after`: behind the same word, or what is left of it. */
export function placeIn(before: string, after: string, at: number): number {
  if (after.startsWith(before.slice(0, at))) return at
  const pieces = diffWords(before, after)
  let [old, now] = [0, 0]
  for (const [number, { op, text }] of pieces.entries()) {
    if (op === 'new') {
      now += text.length
      continue
    }
    if (at <= old + text.length) {
      const instead = pieces[number + 1]
      const most = op === 'same' ? text.length : instead?.op === 'new' ? shared(text, instead.text) : 0
      return now + Math.min(at - old, most)
    }
    old += text.length
    if (op === 'same') now += text.length
  }
  return after.length
}

/** How many signs two texts begin with alike. */
function shared(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

/** Where a place of `before` lies when something was put in front of all of it. */
export function placeBehind(before: string, after: string, at: number): number {
  return Math.max(0, after.length - (before.length - at))
}

/** Draws a change of the prompt from `before` to `after`; a cursor in it stays behind the same word. */
export function keepCaret(before: string, after: string, change: () => void, place = placeIn): void {
  const box = document.activeElement
  if (!(box instanceof HTMLTextAreaElement) || box.name !== 'prompt' || before === after) {
    change()
    return
  }
  const { selectionStart, selectionEnd, selectionDirection } = box
  flushSync(change)
  box.setSelectionRange(
    place(before, after, selectionStart),
    place(before, after, selectionEnd),
    selectionDirection,
  )
}
