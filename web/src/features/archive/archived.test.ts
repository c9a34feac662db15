// What the archive lists.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { listArchived } from './archived'

const folders = [
  aFolder({ id: 'clients', name: 'Clients' }),
  aFolder({ id: 'old', name: 'Old', parent_id: 'clients', archived: true }),
  aFolder({ id: 'older', name: 'Older', parent_id: 'old', archived: true }),
]

test('a folder archived by itself is listed once, with its path and all sessions in it', () => {
  const sessions = [
    aLine({ id: 'a', folder_id: 'old' }),
    aLine({ id: 'b', folder_id: 'older', archived: true }),
    aLine({ id: 'c', folder_id: 'clients' }),
  ]
  const found = listArchived({ folders, sessions })
  expect(found.map(({ row }) => row.id)).toEqual(['old'])
  expect(found[0]?.path).toBe('Clients')
  expect(found[0]?.inside.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('archived sessions in living folders are listed by name', () => {
  const sessions = ['Storm', 'Fox'].map((name, at) =>
    aLine({ id: `s${at}`, name, archived: true, folder_id: at ? 'clients' : null }),
  )
  expect(listArchived({ folders: folders.slice(0, 1), sessions }).map(({ row }) => row.name)).toEqual([
    'Fox',
    'Storm',
  ])
})
