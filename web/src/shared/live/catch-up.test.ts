// What is told while an answer is on its way is not lost when the answer is older.
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { apply, applyTold, readOf } from '@/shared/api/apply'
import { addBatch, type Batches } from '@/shared/api/facts'
import { keys } from '@/shared/api/keys'
import type { Batch } from '@/shared/api/types'
import { aBatch, aGeneration } from '@/testing/builders'
import { type CatchUp, catchUp } from './catch-up'
import type { Message } from './messages'
import { patch } from './patch'

let cache: QueryClient
let behind: CatchUp
const key = keys.batches('s1')
const page = (...items: Batch[]) => ({ pages: [{ items, next: null }], pageParams: [null] })
const status = () => cache.getQueryData<Batches>(key)?.pages[0]?.items[0]?.generations[0]?.status
const finished: Message = {
  number: 3,
  kind: 'GenerationFinished',
  generation: aGeneration({ status: 'complete' }),
}

function hear(message: Message) {
  behind.note(message)
  applyTold(cache, patch(readOf(cache), message))
}

/** A request whose answer comes when told to. */
function later<Answer>(): { answer: Promise<Answer>; come: (answer: Answer) => void } {
  let come: (answer: Answer) => void = () => undefined
  return { answer: new Promise<Answer>(resolve => (come = resolve)), come: answer => come(answer) }
}

beforeEach(() => {
  cache = new QueryClient()
  behind = catchUp(cache)
})

test('a picture that was finished during the first read is shown finished', async () => {
  const { answer, come } = later<Batches>()
  const reading = cache.fetchQuery({ queryKey: key, queryFn: () => answer })
  hear(finished)
  expect(status()).toBeUndefined()
  come(page(aBatch()))
  await reading
  expect(status()).toBe('complete')
})

test('a read again that took its time does not bring back what was', async () => {
  cache.setQueryData(key, page(aBatch()))
  const { answer, come } = later<Batches>()
  const reading = cache.fetchQuery({ queryKey: key, queryFn: () => answer, staleTime: 0 })
  hear(finished)
  expect(status()).toBe('complete')
  come(page(aBatch()))
  await reading
  expect(status()).toBe('complete')
})

test('the answer to Generate that comes after the picture does not make it queued again', async () => {
  cache.setQueryData(key, page())
  const { answer, come } = later<Batch>()
  const act = cache.getMutationCache().build(cache, {
    mutationFn: () => answer,
    onSuccess: (batch: Batch) => apply(cache, addBatch(readOf(cache), batch)),
  })
  const pressed = act.execute(undefined)
  hear({ number: 2, kind: 'BatchStarted', batch: aBatch() })
  hear(finished)
  come(aBatch())
  await pressed
  expect(status()).toBe('complete')
})

test('what was told before a read began is not told again', async () => {
  hear(finished)
  const reading = cache.fetchQuery({ queryKey: key, queryFn: () => page(aBatch()) })
  await reading
  expect(status()).toBe(aGeneration().status)
})

test('when too much was told meanwhile the read begins anew', async () => {
  let reads = 0
  const { answer, come } = later<Batches>()
  const reading = cache.fetchQuery({
    queryKey: key,
    queryFn: () => {
      reads += 1
      return answer
    },
  })
  for (let number = 0; number < 5_000; number += 1) hear({ number, kind: 'Hello' } as Message)
  come(page(aBatch()))
  await reading
  expect(cache.getQueryState(key)?.isInvalidated).toBe(true)
  expect(reads).toBe(1) // nobody looks at it now
})
