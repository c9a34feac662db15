// Lets a person choose picture files with the browser's own window.
const KINDS = 'image/jpeg,image/png,image/webp,image/avif,image/gif'

/** Asks for any number of pictures; `take` is not called when none is chosen. */
export function pickFiles(take: (files: File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = KINDS
  input.multiple = true
  input.hidden = true
  input.addEventListener('change', () => {
    if (input.files?.length) take([...input.files])
    input.remove()
  })
  input.addEventListener('cancel', () => input.remove())
  document.body.append(input) // Safari opens it only on the page
  input.click()
}
