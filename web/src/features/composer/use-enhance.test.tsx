// The life of an enhancement: the person's own text is never touched, whatever the assistant does.
import { act, renderHook, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Draftlike, useEnhance } from './use-enhance'

const real = globalThis.fetch
const asked: string[] = []
let answer: (prompt: string) => Response

function written(text: string): Response {
  const done = { text, assistant: 'rules', diff: [], added: [] }
  return new Response(
    `event: text\ndata: ${JSON.stringify({ delta: text })}\n\nevent: done\ndata: ${JSON.stringify(done)}\n\n`,
  )
}

/** A composer that holds nothing but a prompt and its enhancement. */
function compose(prompt: string) {
  return renderHook(() => {
    const [draft, setDraft] = useState<Draftlike>({ prompt })
    const enhancing = useEnhance(draft, part => setDraft(known => ({ ...known, ...part })), 30)
    return { draft, type: (words: string) => setDraft(known => ({ ...known, prompt: words })), ...enhancing }
  }).result
}

beforeEach(() => {
  localStorage.clear()
  document.hasFocus = () => true
  asked.length = 0
  answer = prompt => written(`${prompt}, soft light`)
  globalThis.fetch = async (_, init) => {
    const { prompt } = JSON.parse(String(init?.body)) as { prompt: string }
    asked.push(prompt)
    return answer(prompt)
  }
})
afterEach(() => {
  globalThis.fetch = real
})

describe('an enhancement', () => {
  it('lies beside the own text, takes further words in, and is discarded without a trace', async () => {
    const it = compose('  a fox ')
    act(() => it.current.start())
    await waitFor(() => expect(it.current.text).toBe('  a fox , soft light'))
    expect(it.current.draft.prompt).toBe('  a fox ')
    act(() => it.current.type('  a fox at night '))
    expect(it.current.text).toContain('at night')
    expect(it.current.text).toContain('soft light')
    act(() => it.current.discard())
    expect(it.current.draft).toEqual({ prompt: '  a fox at night ', enhance: null })
  })

  it('is renewed after a pause while it is kept in step, and not otherwise', async () => {
    const it = compose('a fox')
    act(() => it.current.start())
    await waitFor(() => expect(it.current.text).toBe('a fox, soft light'))
    act(() => it.current.setInStep(true))
    act(() => it.current.type('a wolf'))
    await waitFor(() => expect(it.current.draft.enhance?.own).toBe('a wolf'))
    expect(it.current.text).toBe('a wolf, soft light')
    act(() => it.current.setInStep(false))
    act(() => it.current.type('a bear'))
    await new Promise(resolve => setTimeout(resolve, 90))
    expect(asked).toEqual(['a fox', 'a wolf'])
  })

  it('says what went wrong, keeps what was there, and does not ask again by itself', async () => {
    const it = compose('a fox')
    act(() => it.current.start())
    await waitFor(() => expect(it.current.text).not.toBeNull())
    act(() => it.current.setInStep(true))
    answer = () => new Response('{"code": "away", "detail": "The assistant is away."}', { status: 503 })
    act(() => it.current.type('a fox in snow'))
    await waitFor(() => expect(it.current.problem).toBe('The assistant is away.'))
    expect(it.current.text).toBe('a fox in snow, soft light')
    await new Promise(resolve => setTimeout(resolve, 90))
    expect(asked).toEqual(['a fox', 'a fox in snow'])
  })

  it('stops while it is written, and says when there is nothing to add', async () => {
    const it = compose('a fox')
    let end: (response: Response) => void = () => undefined
    globalThis.fetch = (_, init) =>
      new Promise((resolve, reject) => {
        end = resolve
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      })
    act(() => it.current.start())
    expect(it.current.writing).toMatchObject({ own: 'a fox', quiet: false })
    act(() => it.current.stop())
    expect(it.current.writing).toBeNull()
    expect(it.current.text).toBeNull()
    act(() => it.current.start())
    await act(async () => end(written('a fox')))
    await waitFor(() => expect(it.current.nothing).toBe(true))
    expect(it.current.draft.enhance).toBeUndefined()
    expect(it.current.problem).toBeNull()
  })
})
