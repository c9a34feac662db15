// Sets dark or light before anything is painted, so that no page flashes in the wrong one.
;(() => {
  let kept = null
  try {
    kept = localStorage.getItem('theme')
  } catch {
    // Storage may be forbidden; the system's choice then holds.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const shown = kept === 'dark' || kept === 'light' ? kept : dark ? 'dark' : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', shown)
})()
