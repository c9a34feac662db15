// Arrow keys walk over the buttons of a group, in reading order and by lines.
import type { KeyboardEvent } from 'react'

const STEPS: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** Props for the element around the buttons. A radio that is walked to is chosen. */
export function useRoving() {
  return { onKeyDown: walk }
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const from = event.target as HTMLElement
  if (!step || !(from instanceof HTMLButtonElement)) return
  const all = [...event.currentTarget.querySelectorAll('button')]
  const at = all.indexOf(from)
  const across = all.filter(button => button.offsetTop === all[0]?.offsetTop).length || 1
  const to = all[Math.max(0, Math.min(all.length - 1, at + step[0] + step[1] * across))]
  if (!to) return
  event.preventDefault()
  to.focus()
  if (to.getAttribute('role') === 'radio') to.click()
}
