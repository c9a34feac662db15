// What filters let pass, and in which order rows stand.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { type Filter, findMatches, NO_FILTER } from './filter'
import { listLines } from './lines'
import { buildTree, ROOT } from './tree'
import { arrange } from './view'

const tree = buildTree({
  folders: [
    aFolder({ id: 'clients', name: 'Clients', order: 'a' }),
    aFolder({ id: 'north', name: 'Café Nord', parent_id: 'clients', order: 'a' }),
    aFolder({ id: 'old', name: 'Old', order: 'c', archived: true }),
  ],
  sessions: [
    aLine({
      id: 'spring',
      name: 'Spring 10',
      folder_id: 'north',
      order: 'a',
      pinned: true,
      modified_at: 300,
    }),
    aLine({
      id: 'pack',
      name: 'Spring 9',
      folder_id: 'north',
      order: 'b',
      models: ['fake/fast'],
      modified_at: 400,
    }),
    aLine({ id: 'loose', name: 'nordic light', order: 'b', failed: 1, modified_at: 9_000 }),
    aLine({ id: 'gone', name: 'Spring gone', folder_id: 'old' }),
  ],
})

function seen(filter: Partial<Filter>, sort: Parameters<typeof arrange>[2] = 'manual') {
  const view = arrange(tree, { ...NO_FILTER, ...filter }, sort)
  return listLines(tree.rows, view.children, id => view.open?.has(id) ?? true).map(({ id }) => id)
}

test('without a filter everything is there that is not archived', () => {
  expect(seen({})).toEqual(['clients', 'north', 'spring', 'pack', 'loose'])
  expect(arrange(tree, NO_FILTER, 'manual').open).toBeNull()
})

test('a name is found with its path, whatever the case and accents; all words must fit', () => {
  expect(seen({ text: 'SPRING' })).toEqual(['clients', 'north', 'spring', 'pack'])
  expect(seen({ text: 'cafe' })).toEqual(['clients', 'north'])
  expect(seen({ text: '9 spring' })).toEqual(['clients', 'north', 'pack'])
  expect(seen({ text: 'zebra' })).toEqual([])
})

test('a folder found by its name keeps what is in it, folded', () => {
  const view = arrange(tree, { ...NO_FILTER, text: 'cafe' }, 'manual')
  expect(view.children.get('north')).toEqual(['spring', 'pack'])
  expect(view.open).toEqual(new Set(['clients']))
  expect(view.hits).toEqual(new Set(['north']))
})

test('what was found in a folder that was found too is shown without the rest, until it is unfolded by hand', () => {
  const both = buildTree({
    folders: [aFolder({ id: 'f', name: 'Storm' }), aFolder({ id: 'g', name: 'Deep', parent_id: 'f' })],
    sessions: [
      aLine({ id: 'a', name: 'Storm one', folder_id: 'f', order: 'a' }),
      aLine({ id: 'b', name: 'Calm', folder_id: 'f', order: 'b' }),
      aLine({ id: 'c', name: 'Fox', folder_id: 'g' }),
    ],
  })
  const view = arrange(both, { ...NO_FILTER, text: 'storm' }, 'manual')
  expect(view.open).toEqual(new Set(['f']))
  expect(view.children.get('f')).toEqual(['a'])
  expect(view.whole.get('f')).toEqual(expect.arrayContaining(['a', 'b', 'g']))
  expect(view.children.get('g')).toEqual(['c'])
})

test('the way to a hit is no hit itself', () => {
  expect(arrange(tree, { ...NO_FILTER, text: 'pack' }, 'manual').hits?.size).toBe(0)
  expect(arrange(tree, { ...NO_FILTER, text: 'spring 9' }, 'manual').hits).toEqual(new Set(['pack']))
  expect(arrange(tree, NO_FILTER, 'manual').hits).toBeNull()
})

test('the very name goes before its beginnings, these before other words of a name', () => {
  const names = ['A storm', 'Brainstorm', 'Storm light', 'Storm', 'Thunder storm']
  const many = buildTree({
    folders: [aFolder({ id: 'f', name: 'Way', order: 'z' })],
    sessions: [
      ...names.map((name, at) => aLine({ id: name, name, order: `a${at}` })),
      aLine({ id: 'in', name: 'storm', folder_id: 'f' }),
    ],
  })
  const found = arrange(many, { ...NO_FILTER, text: 'storm' }, 'manual').children.get(ROOT)
  expect(found).toEqual(['Storm', 'f', 'Storm light', 'A storm', 'Thunder storm', 'Brainstorm'])
})

test('names in the archive are counted, those that pass the other filters', () => {
  expect(arrange(tree, { ...NO_FILTER, text: 'spring g' }, 'manual')).toMatchObject({ away: 1 })
  expect(arrange(tree, { ...NO_FILTER, text: 'spring', signs: ['pinned'] }, 'manual').away).toBe(0)
  expect(arrange(tree, { ...NO_FILTER, text: 'spring', signs: ['archived'] }, 'manual').away).toBe(0)
  expect(arrange(tree, NO_FILTER, 'manual').away).toBe(0)
})

test('an order can be turned round', () => {
  const order = (turned: boolean) => arrange(tree, NO_FILTER, 'name', turned).children.get('north')
  expect(order(true)).toEqual([...(order(false) ?? [])].reverse())
  expect(arrange(tree, NO_FILTER, 'manual', true).children.get('north')).toEqual(['spring', 'pack'])
})

test('filters by mark, model and day; archived rows come only when asked for', () => {
  expect(seen({ signs: ['pinned'] })).toEqual(['clients', 'north', 'spring'])
  expect(seen({ signs: ['failed'] })).toEqual(['loose'])
  expect(seen({ signs: ['failed', 'pinned'] })).toEqual([])
  expect(seen({ model: 'fake/fast' })).toEqual(['clients', 'north', 'pack'])
  expect(seen({ signs: ['archived'] })).toEqual(['old', 'gone'])
  expect(seen({ from: '2020-01-01' })).toEqual([])
})

test('days are counted in, both of them', () => {
  const noon = new Date(2026, 2, 5, 12).getTime()
  const dated = buildTree({ folders: [], sessions: [aLine({ id: 's', modified_at: noon })] })
  const passes = (from: string | null, to: string | null) =>
    arrange(dated, { ...NO_FILTER, from, to }, 'manual').hits?.size === 1
  expect(passes('2026-03-05', '2026-03-05')).toBe(true)
  expect(passes('2026-03-06', null)).toBe(false)
  expect(passes(null, '2026-03-04')).toBe(false)
})

test('rows are sorted among their siblings, numbers by their size, folders by what is newest in them', () => {
  expect(seen({}, 'name')).toEqual(['clients', 'north', 'pack', 'spring', 'loose'])
  expect(seen({}, 'modified')).toEqual(['loose', 'clients', 'north', 'pack', 'spring'])
  expect(arrange(tree, NO_FILTER, 'manual').children.get(ROOT)).toEqual(['clients', 'loose'])
})

test('the letters found are marked where they stand in the name itself', () => {
  expect(findMatches('Café Nord', 'cafe')).toEqual([[0, 4]])
  expect(findMatches('Café Nord', 'nord caf')).toEqual([
    [0, 3],
    [5, 9],
  ])
  expect(findMatches('ﬁne 👩 art', 'fine')).toEqual([[0, 3]])
  expect(findMatches('👩 art', 'art')).toEqual([[3, 6]])
  expect(findMatches('Lighthouse', 'li lig')).toEqual([[0, 3]])
  expect(findMatches('Lighthouse', '')).toEqual([])
})
