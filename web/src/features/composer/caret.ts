// Keeps the cursor of the prompt where it is while its text is changed from elsewhere.
import { flushSync } from 'react-dom'

type PlaceIn = (before: string, after: string, at: number) => number

/** Draws a change of the prompt from `before` to `after`; a cursor in it stays behind the same word. */
export function keepCaret(
  before: string,
  after: string,
  placeIn: PlaceIn | undefined,
  change: () => void,
): void {
  const box = document.activeElement
  const held = box instanceof HTMLTextAreaElement && box.name === 'prompt' && before !== after
  if (!held || !placeIn) {
    change()
    return
  }
  const { selectionStart, selectionEnd, selectionDirection } = box
  flushSync(change)
  box.setSelectionRange(
    placeIn(before, after, selectionStart),
    placeIn(before, after, selectionEnd),
    selectionDirection,
  )
}
