// Keys as words ("Mod+K"): which press they mean, and how they are written on this machine.

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Mod is Command on Apple's machines and Ctrl elsewhere. */
export const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '')

/** Whether a press is the one that `keys` describes; several are separated by spaces ("Delete Backspace"). */
export function matchesKey(keys: string, press: KeyPress, apple = isApple): boolean {
  return keys.split(' ').some(key => matchesOne(key, press, apple))
}

function matchesOne(key: string, press: KeyPress, apple: boolean): boolean {
  const parts = key.split('+')
  const wanted = parts.at(-1) || '+'
  const mod = parts.includes('Mod')
  const shift = parts.includes('Shift')
  const ctrl = apple ? press.ctrlKey : press.metaKey // the modifier that Mod does not mean
  if ((apple ? press.metaKey : press.ctrlKey) !== mod || ctrl || press.altKey) return false
  // Signs such as ? need Shift on some keyboards and not on others: the sign alone counts.
  const isSign = wanted.length === 1 && wanted.toLowerCase() === wanted.toUpperCase()
  if (!isSign && press.shiftKey !== shift) return false
  const name = press.key === ' ' ? 'Space' : press.key
  return name.toLowerCase() === wanted.toLowerCase()
}

const SIGNS: Record<string, [apple: string, others: string]> = {
  Mod: ['⌘', 'Ctrl'],
  Shift: ['⇧', 'Shift'],
  Enter: ['⏎', '⏎'],
  Escape: ['Esc', 'Esc'],
  ArrowLeft: ['←', '←'],
  ArrowRight: ['→', '→'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
}

/** The parts of a key's first spelling as they are shown: ["⌘", "K"]. */
export function keySigns(keys: string, apple = isApple): string[] {
  const first = keys.split(' ')[0] ?? ''
  return first.split('+').map(part => SIGNS[part]?.[apple ? 0 : 1] ?? part)
}

/** Whether a person is writing there, so that plain keys are letters. */
const typedInto = new WeakSet<EventTarget>()

/** Remembers a field that was typed into: from then on undoing is its own affair. */
export function noteTyping({ target }: Event): void {
  if (target) typedInto.add(target)
}

/** Whether a field has something of its own to undo. */
export function wasTypedInto(target: EventTarget | null): boolean {
  return target !== null && typedInto.has(target)
}

/** Whether a key pressed there belongs to a field. A slider has use for arrows and such, not for letters. */
export function isTyping(target: EventTarget | null, key = ''): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement && target.type === 'range' && /^[a-z]$/i.test(key)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
