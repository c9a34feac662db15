// What each message of the live stream does to the cache.
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { apply } from '@/shared/api/apply'
import type { Batches } from '@/shared/api/facts'
import { keys } from '@/shared/api/keys'
import { lineageKey, type Replay, replaysKey } from '@/shared/api/lineage-news'
import type { Generation, Session, Sidebar } from '@/shared/api/types'
import { aBatch, aFolder, aGeneration, aLine, aSession } from '@/testing/builders'
import type { Message } from './messages'
import { readMessage } from './messages'
import { patch } from './patch'

let cache: QueryClient
const read = (key: readonly unknown[]) => cache.getQueryData(key)
const hear = (message: Message) => apply(cache, patch(read, message))
const sidebar = () => cache.getQueryData<Sidebar>(keys.sidebar)
const session = () => cache.getQueryData<Session>(keys.session('s1'))
const batches = () => cache.getQueryData<Batches>(keys.batches('s1'))
const generation = (): Generation | undefined => batches()?.pages[0]?.items[0]?.generations[0]

beforeEach(() => {
  cache = new QueryClient()
  cache.setQueryData(keys.sidebar, { version: 1, folders: [], sessions: [aLine()] })
  cache.setQueryData(keys.session('s1'), aSession())
  cache.setQueryData(keys.batches('s1'), { pages: [{ items: [aBatch()], next: null }], pageParams: [null] })
})

test('a session that was created stands in the sidebar once, however often it is told', () => {
  const message: Message = { number: 2, kind: 'SessionCreated', session: aLine({ id: 's2' }) }
  hear(message)
  hear(message)
  expect(sidebar()?.sessions.map(({ id }) => id)).toEqual(['s2', 's1'])
})

test('a changed session changes its line and its page, and keeps what only the page knows', () => {
  cache.setQueryData(keys.session('s1'), aSession({ notes: 'mine' }))
  hear({ number: 2, kind: 'SessionChanged', session: aLine({ name: 'Storm', images: 3, version: 2 }) })
  expect(sidebar()?.sessions[0]?.name).toBe('Storm')
  expect(session()).toMatchObject({ name: 'Storm', notes: 'mine', counts: { images: 3, batches: 0 } })
})

test('an older version of a session is not shown over a newer one', () => {
  hear({ number: 3, kind: 'SessionChanged', session: aLine({ name: 'New', version: 3 }) })
  hear({ number: 2, kind: 'SessionChanged', session: aLine({ name: 'Old', version: 2 }) })
  expect(sidebar()?.sessions[0]?.name).toBe('New')
  expect(session()?.name).toBe('New')
})

test('what nobody has read yet stays unread', () => {
  cache.clear()
  hear({ number: 2, kind: 'SessionCreated', session: aLine() })
  hear({ number: 3, kind: 'BatchStarted', batch: aBatch() })
  hear({ number: 4, kind: 'GenerationFinished', generation: aGeneration() })
  hear({ number: 5, kind: 'FolderCreated', folder: aFolder() })
  expect(sidebar()).toBeUndefined()
  expect(batches()).toBeUndefined()
})

test('a folder that was created stands in the sidebar', () => {
  hear({ number: 2, kind: 'FolderCreated', folder: aFolder() })
  expect(sidebar()?.folders).toEqual([aFolder()])
})

test('a batch that was started comes first, once, and its session is asked for anew', () => {
  const message: Message = { number: 2, kind: 'BatchStarted', batch: aBatch({ id: 'b2' }) }
  hear(message)
  hear(message)
  expect(batches()?.pages[0]?.items.map(({ id }) => id)).toEqual(['b2', 'b1'])
  expect(cache.getQueryState(keys.session('s1'))?.isInvalidated).toBe(true)
})

test('a batch with references asks anew how often they were used', () => {
  const references = [{ image_id: 'i1', role: null, strength: 0.6 }]
  cache.setQueryData(keys.references('s1'), { items: [], limit: 20 })
  cache.setQueryData(keys.uses('i1'), {})
  cache.setQueryData(keys.uses('i2'), {})
  hear({ number: 2, kind: 'BatchStarted', batch: aBatch({ id: 'b2', references }) })
  const stale = (key: readonly string[]) => cache.getQueryState(key)?.isInvalidated
  expect([keys.references('s1'), keys.uses('i1'), keys.uses('i2')].map(stale)).toEqual([true, true, false])
})

test('progress moves a generation and leaves the other batches as they are', () => {
  const other = aBatch({ id: 'b2', generations: [] })
  cache.setQueryData(keys.batches('s1'), {
    pages: [
      { items: [aBatch()], next: 'x' },
      { items: [other], next: null },
    ],
    pageParams: [null, 'x'],
  })
  hear(progress({ progress: 0.4 }))
  expect(generation()).toMatchObject({ status: 'generating', progress: 0.4, stage: 'Painting' })
  expect(batches()?.pages[1]?.items[0]).toBe(other)
})

test('progress that comes after the end changes nothing', () => {
  hear({
    number: 2,
    kind: 'GenerationFinished',
    generation: aGeneration({ status: 'complete', progress: 1 }),
  })
  hear(progress({ progress: 0.9 }))
  expect(generation()).toMatchObject({ status: 'complete', progress: 1 })
})

test('a retry after a failure is shown as queued', () => {
  hear({ number: 2, kind: 'GenerationFailed', generation: aGeneration({ status: 'failed', attempt: 1 }) })
  hear({ number: 3, kind: 'GenerationRequeued', generation: aGeneration({ status: 'queued', attempt: 1 }) })
  expect(generation()?.status).toBe('queued')
})

test('previews count upwards and go when the generation ends', () => {
  hear(preview(2))
  hear(preview(1))
  expect(cache.getQueryData(keys.preview('g1'))).toBe(2)
  hear({ number: 2, kind: 'GenerationFinished', generation: aGeneration({ status: 'complete' }) })
  expect(cache.getQueryData(keys.preview('g1'))).toBeNull()
})

test('a draft from another tab is taken, an older one is not', () => {
  const draft = { ...EMPTY, prompt: 'a fox', revision: 4 }
  hear({ number: 2, kind: 'DraftSaved', session_id: 's1', draft, client: 'other' })
  hear({
    number: 3,
    kind: 'DraftSaved',
    session_id: 's1',
    draft: { ...EMPTY, revision: 3 },
    client: 'other',
  })
  expect(session()?.draft?.prompt).toBe('a fox')
  hear({ number: 4, kind: 'DraftSaved', session_id: null, draft, client: 'other' })
  expect(cache.getQueryData(keys.draft)).toEqual(draft)
})

test('a reset makes everything stale', () => {
  hear({ number: 9, kind: 'Reset' })
  expect(cache.getQueryState(keys.sidebar)?.isInvalidated).toBe(true)
  expect(cache.getQueryState(keys.batches('s1'))?.isInvalidated).toBe(true)
})

test('what an act answers while it is being read makes the reading start anew', async () => {
  let answer = (_: Sidebar) => {}
  let asked = 0
  const queryFn = () => {
    asked += 1
    return new Promise<Sidebar>(resolve => {
      answer = resolve
    })
  }
  cache.clear()
  cache.mount()
  const { QueryObserver } = await import('@tanstack/react-query')
  const observer = new QueryObserver(cache, { queryKey: keys.sidebar, queryFn })
  const leave = observer.subscribe(() => undefined)
  answer({ version: 1, folders: [], sessions: [aLine()] })
  await expect.poll(() => sidebar()?.version).toBe(1)
  const outdated = cache.refetchQueries({ queryKey: keys.sidebar })
  hear({ number: 2, kind: 'SessionChanged', session: aLine({ name: 'Storm', version: 2 }) })
  await expect.poll(() => asked).toBe(3)
  answer({ version: 2, folders: [], sessions: [aLine({ name: 'Storm', version: 2 })] })
  await outdated
  await expect.poll(() => sidebar()?.version).toBe(2)
  expect(sidebar()?.sessions[0]?.name).toBe('Storm')
  leave()
})

test('what is no message, or none that this page knows, is passed over', () => {
  expect(readMessage('half a {')).toBeNull()
  expect(readMessage('null')).toBeNull()
  expect(patch(read, { number: 1, kind: 'SomethingNew' } as unknown as Message)).toEqual([])
})

const EMPTY = {
  prompt: '',
  models: [],
  ratio: '1:1',
  images_per_model: 1,
  options: {},
  references: [],
  revision: 1,
}
const OF = { generation_id: 'g1', batch_id: 'b1', session_id: 's1' }

function progress(some: { progress: number }): Message {
  return {
    number: null,
    kind: 'GenerationProgressed',
    status: 'generating',
    stage: 'Painting',
    ...OF,
    ...some,
  }
}

function preview(n: number): Message {
  return { number: null, kind: 'GenerationPreviewed', n, ...OF }
}

const replay = (some: Partial<Replay> = {}): Replay => ({
  ...{ id: 'r1', session_id: 's1', image_id: 'i1', models: ['m1'], steps: 3, done: 0, state: 'running' },
  ...{ reason: '', batches: [], left_out: [], created_at: 1, ended_at: null },
  ...some,
})
const replays = () => cache.getQueryData<Replay[]>(replaysKey('s1'))

test('a replay goes on, ends, and is not set back by what is told late', () => {
  hear({ number: 2, kind: 'ReplayAdvanced', replay: replay() })
  expect(replays()).toBeUndefined()
  cache.setQueryData(replaysKey('s1'), [])
  hear({ number: 2, kind: 'ReplayAdvanced', replay: replay() })
  hear({ number: 3, kind: 'ReplayAdvanced', replay: replay({ done: 2 }) })
  hear({ number: 3, kind: 'ReplayAdvanced', replay: replay({ done: 1 }) })
  expect(replays()?.map(({ done }) => done)).toEqual([2])
  hear({ number: 4, kind: 'ReplayAdvanced', replay: replay({ done: 2, state: 'failed', reason: 'Full.' }) })
  hear({ number: 3, kind: 'ReplayAdvanced', replay: replay({ done: 2 }) })
  expect(replays()).toEqual([replay({ done: 2, state: 'failed', reason: 'Full.' })])
  const closed = { ...replay({ done: 2, state: 'failed' }), closed: true as const }
  cache.setQueryData(replaysKey('s1'), [closed])
  hear({ number: 4, kind: 'ReplayAdvanced', replay: replay({ done: 2, state: 'failed' }) })
  expect(replays()).toEqual([closed])
})

test('a lineage that was read is read anew when a picture was made in its session, or one deleted for ever', () => {
  const finished: Message = { number: 2, kind: 'GenerationFinished', generation: aGeneration() }
  expect(patch(read, finished)).not.toContainEqual({ key: lineageKey('s1'), stale: true })
  cache.setQueryData(lineageKey('s1'), { nodes: [], links: [], alone: 0, more: false })
  expect(patch(read, finished)).toContainEqual({ key: lineageKey('s1'), stale: true })
  const deleted: Message = { number: 3, kind: 'TrashDeleted', ids: ['i1'] }
  expect(patch(read, deleted)).toContainEqual({ key: ['lineage'], stale: true })
})
