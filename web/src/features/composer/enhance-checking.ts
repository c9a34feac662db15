// What a prompt says and lacks, asked of the server; and how suggested words get into it.
import { api, take } from '@/shared/api/client'

export type AspectName = 'subject' | 'style' | 'composition' | 'light' | 'mood' | 'colour'

export interface Aspect {
  aspect: AspectName
  present: boolean
  /** The words in the prompt that say it, or null. */
  found: string | null
  /** What it is good for. */
  words: string
  suggestions: string[]
}

export interface Assistant {
  id: string
  name: string
  local: boolean
  state: string
  reason: string | null
}

export function fetchAssistants(signal: AbortSignal): Promise<Assistant[]> {
  return take<Assistant[]>(api.GET('/api/v1/assistants' as never, { signal } as never))
}

export async function checkPrompt(prompt: string, signal: AbortSignal): Promise<Aspect[]> {
  const path = '/api/v1/assist/check'
  const { aspects } = await take<{ aspects: Aspect[] }>(
    api.POST(path as never, { body: { prompt }, signal } as never),
  )
  return aspects
}

/** The prompt with words added: a subject goes first, everything else goes last, with a comma between. */
export function withWords(prompt: string, words: string, aspect: AspectName): string {
  const said = prompt.trim()
  if (!said) return words
  if (aspect === 'subject') return `${words}, ${said}`
  const open = /[,;:—–-]$/.test(said)
  const ended = /[.!?…]$/.test(said)
  if (ended) return `${said} ${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`
  return `${said}${open ? ' ' : ', '}${words}`
}
