// The steps of what was typed into the prompt, by words and pauses: the browser's own are broken letter by letter
// whenever a measured, controlled box is drawn again, and know nothing of what other tabs and parts put in.
import { flushSync } from 'react-dom'
import { carry } from './enhance-diff'

/** A text that came to stand in the box; `own` when this person put it there. */
export interface Seen {
  text: string
  own: boolean
  /** Milliseconds, from any start. */
  at: number
}

/** Where the step that is being typed lies in the text. */
interface Run {
  kind: 'typing' | 'deleting'
  from: number
  to: number
  at: number
}

const PAUSE = 700
const MOST = 100
/** Texts from this length on are long to compare: fewer steps are carried over what another tab wrote. */
const LONG = 4_000
const MOST_LONG = 10

export class Steps {
  private past: string[] = []
  private future: string[] = []
  private run: Run | null = null
  private now: string

  /** With what was seen before these were here; the first of it is where they begin. */
  constructor(seen: readonly Seen[]) {
    this.now = seen[0]?.text ?? ''
    for (const one of seen.slice(1)) this.see(one)
  }

  see({ text, own, at }: Seen): void {
    if (text === this.now) return
    if (!own) this.hear(text)
    else if (text === this.past.at(-1)) this.undo()
    else if (text === this.future.at(-1)) this.redo()
    else this.type(text, at)
  }

  /** The text before the last step, or null when there is none. */
  undo(): string | null {
    return this.turn(this.past, this.future)
  }

  redo(): string | null {
    return this.turn(this.future, this.past)
  }

  get undoable(): boolean {
    return this.past.some(text => text !== this.now)
  }

  get redoable(): boolean {
    return this.future.some(text => text !== this.now)
  }

  private type(text: string, at: number): void {
    const change = changeOf(this.now, text)
    const goesOn = this.run !== null && at - this.run.at < PAUSE && continues(this.run, change, this.now)
    if (!goesOn) this.past = [...this.past, this.now].slice(-MOST)
    this.future = []
    const kind = change.added ? 'typing' : 'deleting'
    const from = goesOn && this.run ? Math.min(this.run.from, change.start) : change.start
    const whole = !goesOn && change.added.length > 2 // put in at once: what is typed next is a step of its own
    this.run = whole ? null : { kind, from, to: change.start + change.added.length, at }
    this.now = text
  }

  /** What others wrote is no step: it comes into every step, so that undoing takes back one's own words alone. */
  private hear(text: string): void {
    const most = text.length > LONG ? MOST_LONG : MOST
    const into = (steps: string[]) => steps.slice(-most).map(step => carry(this.now, text, step))
    this.past = into(this.past)
    this.future = into(this.future)
    this.run = null
    this.now = text
  }

  private turn(out: string[], into: string[]): string | null {
    this.run = null
    for (let text = out.pop(); text !== undefined; text = out.pop()) {
      if (text === this.now) continue
      into.push(this.now)
      this.now = text
      return text
    }
    return null
  }
}

/** What was changed: `removed` signs from `start` on gave way to `added`. */
interface Change {
  start: number
  removed: number
  added: string
}

function changeOf(before: string, after: string): Change {
  let start = 0
  const most = Math.min(before.length, after.length)
  while (start < most && before[start] === after[start]) start += 1
  let ends = 0
  while (ends < most - start && before.at(-1 - ends) === after.at(-1 - ends)) ends += 1
  return { start, removed: before.length - ends - start, added: after.slice(start, after.length - ends) }
}

/** Whether a change belongs to the step that is being typed: the same word, where it was left off. */
function continues(run: Run, { start, removed, added }: Change, before: string): boolean {
  if (run.kind === 'deleting') {
    return !added && removed <= 2 && (start === run.from || start + removed === run.from)
  }
  if (!added || start < run.from || start + removed !== run.to) return false
  if (removed) return !/\s/.test(added) // a word that is composed or corrected
  const nextWord = /^\S/.test(added) && /\S\s+$/.test(before.slice(run.from, start))
  return added.length <= 2 && !nextWord
}

/** Puts a step into the box, the cursor where it changed something. */
export function show(box: HTMLTextAreaElement, text: string, change: (text: string) => void): void {
  const { start, added } = changeOf(box.value, text)
  flushSync(() => change(text))
  box.setSelectionRange(start + added.length, start + added.length)
}
