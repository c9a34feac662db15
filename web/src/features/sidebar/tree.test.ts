// The sidebar's tree from flat lists.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { buildTree, createdAt, type FolderRow, foldersAbove, isUnder, pinnedRows, ROOT } from './tree'

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

test('counts, marks and the newest change roll up through all folders above', () => {
  const sessions = [
    aLine({ id: 'one', folder_id: 'north', working: 2, unseen: 1, modified_at: 5_000 }),
    aLine({ id: 'two', folder_id: 'clients', failed: 1 }),
  ]
  const tree = buildTree({ folders, sessions })
  const clients = tree.rows.get('clients') as FolderRow
  expect(clients.count).toBe(2)
  expect(clients.marks).toEqual({ working: 2, unseen: 1, failed: 1 })
  expect(clients.modified).toBe(5_000)
  expect((tree.rows.get('north') as FolderRow).count).toBe(1)
  expect(foldersAbove(tree, 'one')).toEqual(['north', 'clients'])
  expect(isUnder(tree, 'one', 'clients')).toBe(true)
  expect(isUnder(tree, 'clients', 'north')).toBe(false)
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
  expect(foldersAbove(tree, 's')).toEqual(['a'])
})

test('what lies under an archived folder is archived with it and counts no more', () => {
  const tree = buildTree({
    folders: [aFolder({ id: 'old', archived: true }), aFolder({ id: 'in', parent_id: 'old' })],
    sessions: [aLine({ id: 's', folder_id: 'in', failed: 1, pinned: true })],
  })
  expect(tree.rows.get('in')?.archived).toBe(true)
  expect(tree.rows.get('s')?.archived).toBe(true)
  expect((tree.rows.get('old') as FolderRow).count).toBe(0)
  expect(pinnedRows(tree)).toEqual([])
})

test('pinned rows come in the order of the tree, folders among them', () => {
  const tree = buildTree({
    folders: [aFolder({ id: 'clients', order: 'a1', pinned: true }), folders[1] as (typeof folders)[0]],
    sessions: [
      aLine({ id: 'deep', folder_id: 'north', pinned: true }),
      aLine({ id: 'first', order: 'a0', pinned: true }),
    ],
  })
  expect(pinnedRows(tree).map(row => row.id)).toEqual(['first', 'clients', 'deep'])
})

test('an id tells when its row was made', () => {
  expect(createdAt('0190a3b4-c5d6-7000-8000-000000000000')).toBe(0x0190a3b4c5d6)
  expect(createdAt('no id')).toBe(0)
})
