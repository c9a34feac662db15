// Puts text on the clipboard, also where the browser's own way is closed.

/** Whether it was copied. Plain http addresses of a local network lack navigator.clipboard. */
export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return copyBySelection(words)
  }
}

function copyBySelection(words: string): boolean {
  const before = document.activeElement as HTMLElement | null
  const box = document.createElement('textarea')
  box.value = words
  box.style.position = 'fixed'
  box.style.opacity = '0'
  ;(before?.closest('[role="dialog"]') ?? document.body).append(box)
  box.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    box.remove()
    before?.focus({ preventScroll: true })
  }
}
