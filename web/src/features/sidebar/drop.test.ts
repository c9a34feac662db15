// Where something that is dragged would come to stand.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { DEEPEST, findSpot, isSamePlace, makeRules, type Spot, stepSpot, targetOf } from './drop'
import { listLines } from './lines'
import { buildTree, ROOT } from './tree'

// 0 clients (open) · 1 north (open) · 2 spring · 3 brewery (closed) · 4 loose
const tree = buildTree({
  folders: [
    aFolder({ id: 'clients', order: 'a' }),
    aFolder({ id: 'north', parent_id: 'clients', order: 'a' }),
    aFolder({ id: 'brewery', parent_id: 'clients', order: 'b' }),
  ],
  sessions: [
    aLine({ id: 'spring', folder_id: 'north' }),
    aLine({ id: 'hidden', folder_id: 'brewery' }),
    aLine({ id: 'loose', order: 'b' }),
  ],
})
const lines = listLines(tree.rows, tree.children, id => id !== 'brewery')
const far = 9 // to the right of every name
const none: ReadonlySet<string> = new Set()

function drop(y: number, x = far, moving = none) {
  return targetOf(lines, findSpot(lines, { y, x }, true), moving)
}

test('the middle of a folder means into it, its edges mean beside it', () => {
  expect(findSpot(lines, { y: 3.5, x: far }, true)).toEqual({ folder: 'brewery' })
  expect(drop(3.1)).toEqual({ folder: 'clients', after: 'north' })
  expect(drop(3.9)).toEqual({ folder: 'clients', after: 'brewery' })
})

test('under an open folder means first in it', () => {
  expect(drop(0.9)).toEqual({ folder: 'clients', after: null })
  expect(drop(0.1)).toEqual({ folder: null, after: null })
})

test('the halves of a session mean before and after it', () => {
  expect(drop(2.2)).toEqual({ folder: 'north', after: null })
  expect(drop(2.8)).toEqual({ folder: 'north', after: 'spring' })
  expect(drop(4.8)).toEqual({ folder: null, after: 'loose' })
})

test('at the end of a group the pointer further left means a folder further up', () => {
  expect(drop(3.9, 0.2)).toEqual({ folder: null, after: 'clients' })
  expect(drop(2.8, 1.2)).toEqual({ folder: 'clients', after: 'north' })
  expect(drop(2.8, 0)).toEqual({ folder: 'clients', after: 'north' })
})

test('below all rows means last at the top', () => {
  expect(drop(40)).toEqual({ folder: null, after: 'loose' })
  expect(drop(40, far, new Set(['loose']))).toEqual({ folder: null, after: 'clients' })
})

test('without an order of its own only folders are places', () => {
  expect(findSpot(lines, { y: 2.1, x: far }, false)).toEqual({ folder: 'north' })
  expect(findSpot(lines, { y: 4.9, x: far }, false)).toEqual({ folder: ROOT })
  expect(findSpot(lines, { y: 3.05, x: far }, false)).toEqual({ folder: 'brewery' })
})

test('a folder goes neither into itself nor into what is under it', () => {
  const { refuse } = makeRules(tree, ['clients'])
  expect(refuse('clients')).toBe('itself')
  expect(refuse('north')).toBe('itself')
  expect(refuse(ROOT)).toBeNull()
})

test('nothing is put deeper than folders nest; sessions may lie in the deepest', () => {
  const chain = Array.from({ length: DEEPEST }, (_, at) =>
    aFolder({ id: `f${at}`, parent_id: at === 0 ? null : `f${at - 1}` }),
  )
  const deep = buildTree({
    folders: [...chain, aFolder({ id: 'two' }), aFolder({ id: 'in-two', parent_id: 'two' })],
    sessions: [aLine({ id: 'one' })],
  })
  const deepest = `f${DEEPEST - 1}`
  expect(makeRules(deep, ['one']).refuse(deepest)).toBeNull()
  expect(makeRules(deep, ['in-two']).refuse(deepest)).toBe('deep')
  expect(makeRules(deep, ['in-two']).refuse(`f${DEEPEST - 2}`)).toBeNull()
  expect(makeRules(deep, ['one', 'two']).refuse(`f${DEEPEST - 2}`)).toBe('deep')
})

test('a drop where everything stands already is known as such', () => {
  expect(isSamePlace(tree, ['brewery'], { folder: 'clients', after: 'north' })).toBe(true)
  expect(isSamePlace(tree, ['north', 'brewery'], { folder: 'clients', after: null })).toBe(true)
  expect(isSamePlace(tree, ['brewery', 'north'], { folder: 'clients', after: null })).toBe(false)
})

test('by keyboard every place is reached, down and back up alike, the impossible ones left out', () => {
  const rules = makeRules(tree, ['spring'])
  const walk = (from: Spot, step: 1 | -1) => {
    const places: Spot[] = []
    for (let spot: Spot | null = from; spot; spot = stepSpot(lines, spot, step, true, rules))
      places.push(spot)
    return places.map(spot => {
      const { folder, after } = targetOf(lines, spot, rules.moving)
      return 'folder' in spot ? `in ${folder}` : `${folder}/${after}`
    })
  }
  const down = walk({ index: 0, level: 0 }, 1)
  expect(down).toEqual([
    'null/null',
    'in clients',
    'clients/null',
    'in north',
    'north/null',
    'clients/north',
    'in brewery',
    'clients/brewery',
    'null/clients',
    'null/loose',
  ])
  expect(walk({ index: lines.length, level: 0 }, -1)).toEqual(down.toReversed())
  const folder = makeRules(tree, ['north'])
  const next = stepSpot(lines, { index: 1, level: 1 }, 1, true, folder)
  expect(next).toEqual({ folder: 'brewery' })
})
