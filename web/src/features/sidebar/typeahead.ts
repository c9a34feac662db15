// Going to a row by typing the beginning of its name.

const PAUSE = 700

/** Collects letters typed in quick succession. */
export class Typeahead {
  private text = ''
  private at = Number.NEGATIVE_INFINITY

  /** The text typed so far; a pause begins anew. `at` is in milliseconds. */
  add(letter: string, at: number): string {
    this.text = at - this.at > PAUSE ? letter : this.text + letter
    this.at = at
    return this.text
  }

  isOpen(at: number): boolean {
    return at - this.at <= PAUSE
  }
}

/** The index of the next name that begins with `text`, from `from` on and round; -1 when there is none. */
export function findName(names: readonly string[], text: string, from: number): number {
  const wanted = fold(text)
  const start = text.length > 1 ? from : from + 1 // one letter again goes on to the next
  for (let step = 0; step < names.length; step++) {
    const at = (start + step) % names.length
    if (fold(names[at] ?? '').startsWith(wanted)) return at
  }
  return -1
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
