// Whether a dialog is the one that keys are meant for.

/** Whether the focus is not in another dialog than the one with this element, which would lie over it. */
export function isInFront(element: HTMLElement | null): boolean {
  const own = element?.closest('[role="dialog"]') ?? null
  // Right after it opened the focus is still on the page under it, where its first key is meant for it already.
  const focused = document.activeElement?.closest('[role="dialog"]') ?? null
  return focused === null || focused === own
}
