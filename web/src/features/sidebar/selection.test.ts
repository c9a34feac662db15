// Which rows are picked, by clicks and by keys.
import { expect, test } from 'vitest'
import { aLine } from '@/testing/builders'
import { listLines } from './lines'
import { keepShown, NONE, pickAll, pickOne, pickRange, reach, toggle } from './selection'
import { buildTree } from './tree'

const tree = buildTree({
  folders: [],
  sessions: ['a', 'b', 'c', 'd', 'e'].map(id => aLine({ id, order: id })),
})
const lines = listLines(tree.rows, tree.children, () => true)
const ids = (selection: typeof NONE) => [...selection.ids]

test('a range goes from the anchor both ways and replaces the one before', () => {
  const down = pickRange(pickOne('b'), lines, 'd')
  expect(ids(down)).toEqual(['b', 'c', 'd'])
  expect(ids(pickRange(down, lines, 'a'))).toEqual(['a', 'b'])
})

test('with Ctrl a range adds to what is picked; a row alone goes in and out', () => {
  const some = toggle(pickOne('a'), 'd')
  expect(ids(pickRange(some, lines, 'e', true))).toEqual(['a', 'd', 'e'])
  expect(ids(toggle(some, 'a'))).toEqual(['d'])
})

test('a range without a beginning picks the row itself', () => {
  expect(ids(pickRange(NONE, lines, 'c'))).toEqual(['c'])
})

test('what is no longer to be seen is no longer picked', () => {
  const all = pickAll(lines)
  const left = keepShown(all, lines.slice(1, 3))
  expect(ids(left)).toEqual(['b', 'c'])
  expect(left.anchor).toBeNull()
  expect(keepShown(left, lines)).toBe(left)
})

test('an act on a picked row reaches all, in the order of the tree; on another row that row alone', () => {
  const some = toggle(toggle(pickOne('d'), 'a'), 'c')
  expect(reach(some, lines, 'd')).toEqual(['a', 'c', 'd'])
  expect(reach(some, lines, 'b')).toEqual(['b'])
})
