// The help sheet's headings.
import { expect, test } from 'vitest'
import { groupByHeading } from './groups'

const gesture = (id: string, group: string, key?: string) => ({ id, group, words: id, key })

test('what has a key stands under its heading once, the first heading before the others', () => {
  const groups = groupByHeading(
    [
      gesture('generate', 'Session', 'Mod+Enter'),
      gesture('new', 'Everywhere', 'N'),
      gesture('new', 'Everywhere', 'N'),
      gesture('theme', 'Everywhere'),
    ],
    'Everywhere',
  )
  expect(groups.map(([heading, list]) => [heading, list.map(({ id }) => id)])).toEqual([
    ['Everywhere', ['new']],
    ['Session', ['generate']],
  ])
})
