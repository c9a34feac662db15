// A row in words, for those who do not see it.
import type { Row } from './tree'
import type { useWords } from './words'

/** Its name, and what is to be seen beside it: "Storm, Pinned, 2 new pictures". */
export function sayRow(say: ReturnType<typeof useWords>, row: Row): string {
  const { working, unseen, failed } = row.kind === 'session' ? row.session : row.marks
  const told = [row.name]
  if (row.pinned) told.push(say('pinned'))
  if (row.kind === 'folder' && row.count > 0) told.push(say('holds', { count: row.count }))
  if (working > 0) told.push(say('working', { count: working }))
  if (unseen > 0) told.push(say('unseen', { count: unseen }))
  if (failed > 0) told.push(say('failed', { count: failed }))
  return told.join(', ')
}
