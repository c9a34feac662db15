// Gives the focus back once what had it is gone from the page.

/** To the element that had it before; where that is gone too, `otherwise` decides. A focus that went elsewhere stays. */
export function giveFocusBack(before: Element | null, otherwise?: () => void): void {
  setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
    else otherwise?.()
  })
}
