// Acts of organising as the live stream tells them.
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { apply, readOf } from '@/shared/api/apply'
import type { Batches } from '@/shared/api/facts'
import { keys } from '@/shared/api/keys'
import type { Act, Session, Sidebar } from '@/shared/api/types'
import { aBatch, aFolder, aGeneration, aLine, anAct, anImage, aSession } from '@/testing/builders'
import type { Message, MessageOf } from './messages'
import { patch } from './patch'

let cache: QueryClient

const hear = (message: Message) => apply(cache, patch(readOf(cache), message))
const organised = (some: Partial<MessageOf<'Organised'>>) =>
  hear({
    number: 2,
    kind: 'Organised',
    ...{ act: anAct(), folders: [], sessions: [], gone: [], images: [], generations: [], whole: false },
    ...some,
  })
const sidebar = () => cache.getQueryData<Sidebar>(keys.sidebar)
const ids = () => [...(sidebar()?.folders ?? []), ...(sidebar()?.sessions ?? [])].map(({ id }) => id).sort()

beforeEach(() => {
  cache = new QueryClient()
  cache.setQueryData(keys.sidebar, {
    version: 1,
    folders: [aFolder({ id: 'f1' }), aFolder({ id: 'f2', parent_id: 'f1' })],
    sessions: [aLine({ id: 's1', folder_id: 'f2' }), aLine({ id: 's2' })],
  })
  cache.setQueryData(keys.session('s1'), aSession({ id: 's1', folder_id: 'f2', notes: 'mine' }))
})

test('rows are put where they are now, in the tree and on their page', () => {
  const moved = aLine({ id: 's1', folder_id: null, name: 'Storm', version: 2 })
  organised({ sessions: [moved], folders: [aFolder({ id: 'f2', name: 'Hotels', version: 2 })] })
  expect(sidebar()?.sessions.find(({ id }) => id === 's1')).toEqual(moved)
  expect(sidebar()?.folders.find(({ id }) => id === 'f2')).toMatchObject({ name: 'Hotels', parent_id: null })
  expect(cache.getQueryData<Session>(keys.session('s1'))).toMatchObject({ name: 'Storm', notes: 'mine' })
})

test('an older row does not come over a newer one', () => {
  organised({ sessions: [aLine({ id: 's2', name: 'New', version: 3 })] })
  organised({ sessions: [aLine({ id: 's2', name: 'Old', version: 2 })] })
  expect(sidebar()?.sessions.find(({ id }) => id === 's2')?.name).toBe('New')
})

test('a folder that is gone takes along what lies in it, but not what was saved from it', () => {
  organised({ act: anAct({ kind: 'trash' }), gone: ['f1'] })
  expect(ids()).toEqual(['s2'])
  expect(cache.getQueryState(keys.session('s1'))?.isInvalidated).toBe(true)
})

test('what was left one level up stays', () => {
  organised({
    act: anAct({ kind: 'trash' }),
    gone: ['f1'],
    folders: [aFolder({ id: 'f2', parent_id: null, version: 2 })],
    sessions: [aLine({ id: 's1', folder_id: 'f2', version: 2 })],
  })
  expect(ids()).toEqual(['f2', 's1', 's2'])
})

test('what comes back is put in again', () => {
  organised({ act: anAct({ kind: 'trash' }), gone: ['s2'] })
  organised({
    act: anAct({ kind: 'trash', state: 'undone' }),
    sessions: [aLine({ id: 's2', version: 3 })],
  })
  expect(ids()).toEqual(['f1', 'f2', 's1', 's2'])
})

test('marks of a session in the trash do not bring its line back', () => {
  organised({ act: anAct({ kind: 'trash' }), gone: ['s2'] })
  hear({ number: 3, kind: 'SessionChanged', session: aLine({ id: 's2', unseen: 1, version: 9 }) })
  expect(ids()).not.toContain('s2')
})

test('too much to tell makes the sidebar be read anew', () => {
  organised({ whole: true })
  expect(cache.getQueryState(keys.sidebar)?.isInvalidated).toBe(true)
})

test('a new act drops those that were undone; an undone one is known as such', () => {
  cache.setQueryData(keys.acts, [anAct({ id: 'a2' }), anAct({ id: 'a1' })])
  organised({ act: anAct({ id: 'a2', state: 'undone' }) })
  expect(states()).toEqual(['a2 undone', 'a1 done'])
  organised({ act: anAct({ id: 'a3' }) })
  expect(states()).toEqual(['a3 done', 'a2 dropped', 'a1 done'])
})

test('a picture that goes to the trash is known as such on its tile', () => {
  const image = anImage({ id: 'i1', session_id: 's1', generation_id: 'g1' })
  const batch = aBatch({ generations: [aGeneration({ status: 'complete', image })] })
  cache.setQueryData(keys.batches('s1'), { pages: [{ items: [batch], next: null }], pageParams: [null] })
  organised({ act: anAct({ kind: 'trash', name: '' }), images: [{ ...image, trashed_at: 5 }] })
  const shown = cache.getQueryData<Batches>(keys.batches('s1'))
  expect(shown?.pages[0]?.items[0]?.generations[0]?.image?.trashed_at).toBe(5)
})

test('pictures that went to another session make histories be read anew', () => {
  cache.setQueryData(keys.batches('s1'), { pages: [], pageParams: [] })
  organised({ images: [anImage({ session_id: 's2' })] })
  expect(cache.getQueryState(keys.batches('s1'))?.isInvalidated).toBe(true)
})

test('what was deleted for ever is asked for anew where it is open', () => {
  hear({ number: 2, kind: 'TrashDeleted', ids: ['s1'] })
  expect(cache.getQueryState(keys.session('s1'))?.isInvalidated).toBe(true)
})

function states(): string[] {
  return (cache.getQueryData<Act[]>(keys.acts) ?? []).map(({ id, state }) => `${id} ${state}`)
}

test('a generation that was put away makes the histories stale', () => {
  cache.setQueryData(['shape', 's1'], {})
  organised({ act: anAct({ kind: 'trash' }), generations: [aGeneration({ dismissed_at: 5 })] })
  expect(cache.getQueryState(['shape', 's1'])?.isInvalidated).toBe(true)
})
