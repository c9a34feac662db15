// Keys pressed after something was asked for and before it stands with its field: held back, and fed into it then.

const PATIENCE = 5_000 // milliseconds; what does not come by then never does

/** What was typed early: the text it makes, and how it ended. */
export interface Early {
  text: string
  /** Enter was pressed after it. */
  enter: boolean
  /** Escape was pressed after it: it is not wanted any more. */
  escape: boolean
}

interface Held extends Early {
  done: AbortController
  timer: ReturnType<typeof setTimeout>
}

let held: Held | null = null

/** Holds back plain keys until `takeKeys` or `dropKeys`. */
export function holdKeys(): void {
  dropKeys()
  const done = new AbortController()
  const now: Held = { text: '', enter: false, escape: false, done, timer: setTimeout(dropKeys, PATIENCE) }
  held = now
  const hold = (event: KeyboardEvent) => {
    if (!takeIn(now, event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('keydown', hold, { capture: true, signal: done.signal })
}

/** What was typed since; from now on keys go where the focus is. */
export function takeKeys(): Early {
  const taken = { text: held?.text ?? '', enter: held?.enter ?? false, escape: held?.escape ?? false }
  dropKeys()
  return taken
}

export function dropKeys(): void {
  if (!held) return
  clearTimeout(held.timer)
  held.done.abort()
  held = null
}

/** Whether the press was one to hold back. */
function takeIn(held: Held, { key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (isComposing || ctrlKey || metaKey || altKey) return false
  if (held.enter || held.escape) return [...key].length === 1 || key === 'Enter' || key === 'Escape'
  if ([...key].length === 1) held.text += key
  else if (key === 'Backspace') held.text = [...held.text].slice(0, -1).join('')
  else if (key === 'Enter') held.enter = true
  else if (key === 'Escape') held.escape = true
  else return false
  return true
}
