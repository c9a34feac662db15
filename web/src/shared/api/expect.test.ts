// What an act will do to the sidebar, before the server says so, and the way back.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { expectDone, takeBack } from './expect'
import { byOrder, keysAfter } from './rows'
import type { Order, Sidebar } from './types'

// Clients { Hotels { lobby }, storm } and calm, in this order.
const before: Sidebar = {
  version: 1,
  folders: [
    aFolder({ id: 'clients', order: 'a0' }),
    aFolder({ id: 'hotels', parent_id: 'clients', order: 'a0' }),
  ],
  sessions: [
    aLine({ id: 'lobby', folder_id: 'hotels', order: 'a0' }),
    aLine({ id: 'storm', folder_id: 'clients', order: 'a1' }),
    aLine({ id: 'calm', order: 'a1' }),
  ],
}
const after = (order: Order) => expectDone(before, order)
const row = (sidebar: Sidebar, id: string) =>
  [...sidebar.folders, ...sidebar.sessions].find(known => known.id === id)

/** Ids in a folder, in order. */
function inside({ folders, sessions }: Sidebar, parent: string | null): string[] {
  return [
    ...folders.filter(({ parent_id }) => parent_id === parent),
    ...sessions.filter(({ folder_id }) => folder_id === parent),
  ]
    .sort(byOrder)
    .map(({ id }) => id)
}

test('rows stand after the sibling that was named, in the order in which they were named', () => {
  const shown = after({ act: 'move', ids: ['calm', 'lobby'], folder_id: 'clients', after_id: 'hotels' })
  expect(inside(shown, 'clients')).toEqual(['hotels', 'calm', 'lobby', 'storm'])
  expect(inside(shown, 'hotels')).toEqual([])
})

test('without a sibling they stand first, also before what was moved there a moment ago', () => {
  const once = expectDone(before, { act: 'move', ids: ['storm'], folder_id: null })
  const twice = expectDone(once, { act: 'move', ids: ['lobby'], folder_id: null, after_id: null })
  expect(inside(twice, null)).toEqual(['lobby', 'storm', 'clients', 'calm'])
})

test('what lies in a folder that moves too stays in it', () => {
  const shown = after({ act: 'move', ids: ['hotels', 'lobby'], folder_id: null })
  expect(inside(shown, null)).toEqual(['hotels', 'clients', 'calm'])
  expect(inside(shown, 'hotels')).toEqual(['lobby'])
})

test('keys that are only hoped for lie between those of the server', () => {
  const keys = keysAfter('a0', 'a0', 12_000)
  expect([...keys].sort()).toEqual(keys)
  expect(keys.every(key => key > 'a0' && key < 'a00')).toBe(true)
  expect(keysAfter(null, 'Zz', 2).every(key => key < 'Zz')).toBe(true)
})

test('the trash takes along what lies in a folder, at any depth', () => {
  const shown = after({ act: 'trash', ids: ['clients'] })
  expect(shown.folders).toEqual([])
  expect(shown.sessions.map(({ id }) => id)).toEqual(['calm'])
})

test('or leaves it one level up, where the folder was', () => {
  const shown = after({ act: 'trash', ids: ['clients'], contents: 'up' })
  expect(inside(shown, null)).toEqual(['hotels', 'storm', 'calm'])
  expect(inside(shown, 'hotels')).toEqual(['lobby'])
})

test('looks that were not named stay as they are', () => {
  const shown = after({ act: 'colour', ids: ['clients', 'calm'], colour: 'blue' })
  expect(row(shown, 'clients')).toMatchObject({ colour: 'blue', emoji: null })
  expect(row(expectDone(shown, { act: 'colour', ids: ['calm'], emoji: '🎨' }), 'calm')).toMatchObject({
    colour: 'blue',
    emoji: '🎨',
  })
})

test('rows get no fields of the other kind', () => {
  const shown = after({ act: 'move', ids: ['hotels', 'calm'], folder_id: null })
  expect(row(shown, 'hotels')).not.toHaveProperty('folder_id')
  expect(row(shown, 'calm')).not.toHaveProperty('parent_id')
})

test('pictures, restoring and duplicating are the server’s to show', () => {
  expect(after({ act: 'move', ids: ['i1'], session_id: 'calm' })).toBe(before)
  expect(after({ act: 'restore', ids: ['x'] })).toBe(before)
})

test('a refusal puts back what was shown too early', () => {
  for (const order of [
    { act: 'move', ids: ['storm', 'hotels'], folder_id: null },
    { act: 'trash', ids: ['clients'] },
    { act: 'rename', ids: ['calm'], name: 'Storm' },
  ] satisfies Order[]) {
    const hoped = after(order)
    const back = takeBack(hoped, before, hoped)
    expect([...back.folders].sort(byOrder)).toEqual([...before.folders].sort(byOrder))
    expect(new Set(back.sessions)).toEqual(new Set(before.sessions))
  }
})

test('a refusal leaves alone what has changed since', () => {
  const hoped = after({ act: 'rename', ids: ['calm', 'storm'], name: 'Hoped' })
  const now = {
    ...hoped,
    sessions: hoped.sessions.map(one => (one.id === 'calm' ? { ...one, name: 'Told', version: 2 } : one)),
  }
  const back = takeBack(now, before, hoped)
  expect(row(back, 'calm')?.name).toBe('Told')
  expect(row(back, 'storm')?.name).toBe('Lighthouse')
})
