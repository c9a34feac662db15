// Where things can be moved to, and what stands in the way.
import { expect, test } from 'vitest'
import type { Sidebar } from '@/shared/api/types'
import { aFolder, aLine } from '@/testing/builders'
import { holdingOf } from './holding'
import { DEEPEST, findPlaces, folderPlaces, sessionPlaces, stepPlace } from './places'

const sidebar: Sidebar = {
  version: 1,
  folders: [
    aFolder({ id: 'zoo', name: 'Zoo', order: 'a1' }),
    aFolder({ id: 'clients', name: 'Clients', order: 'a0' }),
    aFolder({ id: 'hotels', name: 'Hotels', parent_id: 'clients' }),
  ],
  sessions: [
    aLine({ id: 'lobby', name: 'Lobby', folder_id: 'hotels', modified_at: 1 }),
    aLine({ id: 'storm', name: 'Storm', modified_at: 2 }),
  ],
}
const told = (ids: string[]) =>
  Object.fromEntries(folderPlaces(sidebar, ids).map(({ id, refusal }) => [id ?? 'root', refusal]))

test('folders come in the order of the tree, with the way to them', () => {
  const places = folderPlaces(sidebar, ['storm'])
  expect(places.map(({ id }) => id)).toEqual([null, 'clients', 'hotels', 'zoo'])
  expect(places[2]?.path).toEqual(['Clients'])
})

test('a folder goes neither into itself nor into what lies in it', () => {
  expect(told(['clients'])).toEqual({ root: 'here', clients: 'itself', hotels: 'itself', zoo: null })
})

test('where something lies already is said only when all of it does', () => {
  expect(told(['lobby'])).toMatchObject({ hotels: 'here', root: null })
  expect(told(['lobby', 'storm'])).toMatchObject({ hotels: null, root: null })
})

test('a folder with folders in it goes only where they all find room', () => {
  const chain = Array.from({ length: DEEPEST }, (_, at) =>
    aFolder({ id: `d${at}`, parent_id: at ? `d${at - 1}` : null, order: 'b0' }),
  )
  const deep = { ...sidebar, folders: [...sidebar.folders, ...chain] }
  const refusals = new Map(folderPlaces(deep, ['clients']).map(({ id, refusal }) => [id, refusal]))
  expect(refusals.get(`d${DEEPEST - 3}`)).toBeNull()
  expect(refusals.get(`d${DEEPEST - 2}`)).toBe('deep')
  expect(new Map(folderPlaces(deep, ['storm']).map(one => [one.id, one.refusal])).get('d31')).toBeNull()
})

test('typing finds folders by their names, the top level by its own', () => {
  const places = folderPlaces(sidebar, ['storm'])
  expect(findPlaces(places, 'hot', 'Top level').map(({ id }) => id)).toEqual(['hotels'])
  expect(findPlaces(places, 'top', 'Top level')[0]?.id).toBeNull()
})

test('the arrow keys reach every place, those that say why not too', () => {
  const places = folderPlaces(sidebar, ['clients'])
  expect(stepPlace(places, places[0], 1)?.refusal).toBe('itself')
  expect(stepPlace(places, places[0], -1)?.id).toBe('zoo')
  expect(stepPlace(places, places.at(-1), 1)?.id).toBeNull()
  expect(stepPlace(places, undefined, 1)?.id).toBeNull()
  expect(stepPlace([], undefined, 1)).toBeUndefined()
})

test('pictures go to every session but their own, the last worked on first', () => {
  expect(sessionPlaces(sidebar, 'lobby').map(({ id }) => id)).toEqual(['storm'])
  expect(sessionPlaces(sidebar, null).map(({ id }) => id)).toEqual(['storm', 'lobby'])
})

test('what folders hold is counted once, at any depth', () => {
  expect(holdingOf(sidebar, ['clients', 'hotels', 'storm'])).toEqual({ folders: 0, sessions: 1 })
  expect(holdingOf(sidebar, ['clients'])).toEqual({ folders: 1, sessions: 1 })
  expect(holdingOf(sidebar, ['storm'])).toEqual({ folders: 0, sessions: 0 })
})
