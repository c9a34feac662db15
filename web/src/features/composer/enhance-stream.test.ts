// Reading the assistant's stream: whole events only, whatever pieces it comes in, and its problems as problems.
import { afterEach, describe, expect, it } from 'vitest'
import { assist, readEvents } from './enhance-stream'

const stream = [
  'event: text\ndata: {"delta": "a fox"}\n\n',
  ': a comment that keeps the connection\n\n',
  'event: text\r\ndata: {"delta": ", soft “light”"}\r\n\r\n',
].join('')
const end =
  'event: done\ndata: {"text": "a fox, soft “light”", "assistant": "rules", "diff": [], "added": []}\n\n'

const real = globalThis.fetch
afterEach(() => {
  globalThis.fetch = real
})

/** A server that answers with these bytes, a few at a time: signs of several bytes come in halves. */
function answer(words: string, status = 200) {
  const bytes = new TextEncoder().encode(words)
  globalThis.fetch = async () =>
    new Response(
      new ReadableStream({
        start(control) {
          for (let at = 0; at < bytes.length; at += 3) control.enqueue(bytes.slice(at, at + 3))
          control.close()
        },
      }),
      { status },
    )
}

describe('events', () => {
  it('are taken whole, and the rest waits for the next piece', () => {
    const { events, rest } = readEvents(`${stream}event: do`)
    expect(events.map(({ event }) => event)).toEqual(['text', 'text'])
    expect(rest).toBe('event: do')
  })
})

describe('asking an assistant', () => {
  const signal = new AbortController().signal

  it('tells the text as it grows and gives what was written', async () => {
    answer(stream + end)
    const told: string[] = []
    const written = await assist('a fox', null, text => told.push(text), signal)
    expect(told).toEqual(['a fox', 'a fox, soft “light”'])
    expect(written.text).toBe('a fox, soft “light”')
    expect(written.assistant).toBe('rules')
  })

  it('throws the problem that is told in the middle, or instead of an answer', async () => {
    answer(`${stream}event: problem\ndata: {"code": "assistant_failed", "detail": "It is away."}\n\n`)
    await expect(assist('a fox', null, () => undefined, signal)).rejects.toThrow('It is away.')
    answer('{"code": "invalid", "detail": "Too long."}', 422)
    await expect(assist('a fox', null, () => undefined, signal)).rejects.toThrow('Too long.')
  })

  it('does not take half an answer for a whole one', async () => {
    answer(stream)
    await expect(assist('a fox', null, () => undefined, signal)).rejects.toThrow('broke off')
  })
})
