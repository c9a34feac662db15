// Whether a dialog is the one that keys are meant for.

/** Whether no other dialog lies over the one with this element and has the focus. */
export function isInFront(element: HTMLElement | null): boolean {
  const { activeElement } = document
  return (
    activeElement === document.body || (element?.closest('[role="dialog"]')?.contains(activeElement) ?? false)
  )
}
