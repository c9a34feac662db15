// The sidebar's tree from flat lists.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { buildTree, type FolderRow, foldersAbove, isSameShape, ROOT } from './tree'

const folders = [
  aFolder({ id: 'clients', order: 'a1' }),
  aFolder({ id: 'north', parent_id: 'clients', order: 'a0' }),
]

test('folders and sessions share one order, sign by sign', () => {
  const sessions = [
    aLine({ id: 'late', order: 'a2' }),
    aLine({ id: 'capital', order: 'Zz' }),
    aLine({ id: 'early', order: 'a0' }),
  ]
  const tree = buildTree({ folders, sessions })
  expect(tree.children.get(ROOT)).toEqual(['capital', 'early', 'clients', 'late'])
})

test('counts and marks roll up through all folders above', () => {
  const sessions = [
    aLine({ id: 'one', folder_id: 'north', working: 2, unseen: 1 }),
    aLine({ id: 'two', folder_id: 'clients', failed: 1 }),
  ]
  const tree = buildTree({ folders, sessions })
  const clients = tree.rows.get('clients') as FolderRow
  expect(clients.count).toBe(2)
  expect(clients.marks).toEqual({ working: 2, unseen: 1, failed: 1 })
  expect((tree.rows.get('north') as FolderRow).count).toBe(1)
  expect(foldersAbove(tree, 'one')).toEqual(['north', 'clients'])
})

test('what names a folder that is not there stands at the root', () => {
  const tree = buildTree({
    folders: [aFolder({ id: 'orphan', parent_id: 'gone' })],
    sessions: [aLine({ id: 'lost', folder_id: 'gone', order: 'b0' })],
  })
  expect(tree.children.get(ROOT)).toEqual(['orphan', 'lost'])
})

test('folders in a circle are shown, not followed for ever', () => {
  const circle = [aFolder({ id: 'a', parent_id: 'b' }), aFolder({ id: 'b', parent_id: 'a' })]
  const tree = buildTree({ folders: circle, sessions: [aLine({ id: 's', folder_id: 'a', order: 'b' })] })
  expect(tree.children.get(ROOT)).toEqual(['a', 'b'])
  expect(foldersAbove(tree, 's')).toEqual(['a', 'b'])
})

test('a new name keeps the shape, a new place changes it', () => {
  const one = buildTree({ folders, sessions: [aLine()] })
  expect(isSameShape(one, buildTree({ folders, sessions: [aLine({ name: 'Other' })] }))).toBe(true)
  expect(isSameShape(one, buildTree({ folders, sessions: [aLine({ folder_id: 'north' })] }))).toBe(false)
  expect(isSameShape(one, buildTree({ folders, sessions: [aLine({ order: 'a9' })] }))).toBe(false)
})
