// How later edits of a person's text get into the one that an assistant made of it.

import type { Enhance } from '@/shared/api/types'
import { matchWords, wordsOf } from '@/shared/lib/word-diff'

/** What stands before each word of `base` in one of its two successors, and which words it dropped. */
function changes(base: string[], words: string[]): { before: string[]; dropped: boolean[] } {
  const found = matchWords(base, words)
  const before: string[] = Array(base.length + 1).fill('')
  const dropped: boolean[] = Array(base.length).fill(false)
  let reached = 0
  let gap = 0
  for (let at = 0; at < base.length; at += 1) {
    const to = found[at] ?? -1
    if (to < 0) {
      dropped[at] = true
      continue
    }
    before[gap] = words.slice(reached, to).join('')
    reached = to + 1
    gap = at + 1
  }
  before[gap] = words.slice(reached).join('')
  return { before, dropped }
}

/**
 * The assistant's `text` for `own`, with what the person changed of it since (`now`) carried in: every word that
 * the person added is there, what either took out is gone.
 */
export function carry(own: string, text: string, now: string): string {
  if (own === now) return text
  const base = wordsOf(own)
  const person = changes(base, wordsOf(now))
  const assistant = changes(base, wordsOf(text))
  let carried = ''
  for (let at = 0; at <= base.length; at += 1) {
    const [mine, its] = [person.before[at] ?? '', assistant.before[at] ?? '']
    const [replaced, rewritten] = [person.dropped[at] ?? false, assistant.dropped[at] ?? false]
    if (mine === its) carried = join(carried, mine)
    else if (replaced && rewritten) carried = join(join(carried, mine), wordsOf(its).slice(1).join(''))
    else carried = join(carried, replaced ? join(its, mine) : join(mine, its))
    if (at < base.length && !replaced && !rewritten) carried = join(carried, base[at] ?? '')
  }
  return carried
}

/** The prompt that is sent: the assistant's with the person's edits since, or what stands in the box. */
export function promptOf({ prompt, enhance }: { prompt: string; enhance?: Enhance | null }): string {
  return enhance && prompt.trim() ? carry(enhance.own, enhance.text, prompt) : prompt
}

/** Two texts after each other, with a space where two words would become one. */
function join(one: string, other: string): string {
  return /[\p{L}\p{N}]$/u.test(one) && /^[\p{L}\p{N}]/u.test(other) ? `${one} ${other}` : one + other
}
