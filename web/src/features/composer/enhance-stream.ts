// Asks an assistant for a better prompt and reads its answer as it is written (server-sent events).
import { ApiProblem, problemOf, readProblem } from '@/shared/api/problem'

export interface Added {
  aspect: string
  words: string
}

/** What an assistant made of a prompt, once it has written all of it. */
export interface Written {
  text: string
  /** Which assistant wrote it. */
  assistant: string
  added: Added[]
}

export interface Heard {
  event: string
  data: string
}

/** The whole events in what has come so far, and the rest, which the next piece continues. */
export function readEvents(come: string): { events: Heard[]; rest: string } {
  const blocks = come.replaceAll('\r\n', '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.flatMap(block => {
    let event = 'message'
    const data: string[] = []
    for (const line of block.split('\n')) {
      if (line.startsWith('event:')) event = line.slice(6).trim()
      else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
    }
    return data.length ? [{ event, data: data.join('\n') }] : []
  })
  return { events, rest }
}

/** The assistant's answer; `tell` is given its text as far as it is written. Throws ApiProblem or AbortError. */
export async function assist(
  prompt: string,
  assistant: string | null,
  tell: (text: string) => void,
  signal: AbortSignal,
): Promise<Written> {
  const answer = await fetch('/api/v1/assist', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({ prompt, ...(assistant && { assistant }) }),
    signal,
  }).catch(thrown => {
    throw signal.aborted ? thrown : problemOf(thrown)
  })
  if (!answer.ok) throw readProblem(await answer.json().catch(() => null), answer.status)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let come = ''
  let text = ''
  while (reader) {
    const { value, done } = await reader.read().catch(thrown => {
      throw signal.aborted ? thrown : brokenOff()
    })
    if (done) break
    const { events, rest } = readEvents(come + value)
    come = rest
    for (const { event, data } of events) {
      if (event === 'text') {
        text += (JSON.parse(data) as { delta: string }).delta
        tell(text)
      } else if (event === 'done') return JSON.parse(data) as Written
      else if (event === 'problem') throw readProblem(JSON.parse(data), answer.status)
    }
  }
  throw brokenOff()
}

function brokenOff(): ApiProblem {
  return new ApiProblem('broken_off', 'The assistant broke off before it was done. Try again.')
}
