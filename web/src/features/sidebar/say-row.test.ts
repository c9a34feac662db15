// How rows are called.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { sayRow } from './say-row'
import { buildTree, type Row } from './tree'
import { say } from './words'

test('a row is called by its name and what is to be seen beside it', () => {
  const { rows } = buildTree({
    folders: [aFolder({ id: 'f', name: 'Clients' })],
    sessions: [
      aLine({ id: 's', name: 'Storm', pinned: true, unseen: 2, folder_id: 'f' }),
      aLine({ id: 't', name: 'Calm' }),
    ],
  })
  const called = (id: string) => sayRow(say, rows.get(id) as Row)
  expect(called('s')).toBe('Storm, Pinned, 2 new pictures')
  expect(called('t')).toBe('Calm')
  expect(called('f')).toBe('Clients, 1 session, 2 new pictures')
})
