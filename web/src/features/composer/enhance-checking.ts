// What a prompt says and lacks, asked of the server; and how suggested words get into it.
import { api, take } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'

/** Whether a prompt says something of an aspect, by which words, what it is good for, what could be put in. */
export type Aspect = components['schemas']['Aspect']
type AspectName = Aspect['aspect']
/** A prompt assistant; `reason` says why it cannot be asked. */
type Assistant = components['schemas']['AssistantShape']

export function fetchAssistants(signal: AbortSignal): Promise<Assistant[]> {
  return take<Assistant[]>(api.GET('/api/v1/assistants', { signal }))
}

export async function checkPrompt(prompt: string, signal: AbortSignal): Promise<Aspect[]> {
  const { aspects } = await take<components['schemas']['AspectList']>(
    api.POST('/api/v1/assist/check', { body: { prompt }, signal }),
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
