// Fuzzy search over names.
import { expect, test } from 'vitest'
import { aFolder, aLine } from '@/testing/builders'
import { fold, match, Names } from './names'
import { shortPath } from './paths'

const rows = [
  'Harbour storm',
  'Storm studies',
  'Café Zürich',
  'Maps/of the north',
  '夜の城',
  'Стужа',
  'sts',
].map((name, at) => aLine({ id: `s${at}`, name }))
const names = (typed: string) => new Names(rows).best(typed, 10).map(found => found.row.name)

test('a name that begins with the query comes before one that holds it', () => {
  expect(names('storm')).toEqual(['Storm studies', 'Harbour storm'])
})

test('letters in order fit, beginnings of words first', () => {
  expect(names('hs')[0]).toBe('Harbour storm')
  expect(names('ss')[0]).toBe('Storm studies')
})

test('accents and case do not matter, any script is found', () => {
  expect(names('cafe zur')).toEqual(['Café Zürich'])
  expect(names('城')).toEqual(['夜の城'])
  expect(names('СТУ')).toEqual(['Стужа'])
})

test('nothing typed shows the rows in their order', () => {
  expect(names('  ')).toEqual(rows.map(row => row.name))
})

test('a longer query gives what a fresh search gives, a shorter one again everything', () => {
  const typed = new Names(rows)
  for (const query of ['s', 'st', 'sto', 'stos', 'st', 't', '', 'zu']) {
    expect(typed.best(query, 10).map(({ row }) => row.id)).toEqual(
      new Names(rows).best(query, 10).map(({ row }) => row.id),
    )
  }
})

test('marks stand on the letters that fit', () => {
  const marks: number[] = []
  expect(match('mn', fold('Maps/of the north'), marks)).toBeGreaterThan(0)
  expect(marks.map(at => 'Maps/of the north'[at])).toEqual(['M', 'n'])
  expect(match('mq', fold('Maps/of the north'))).toBeNaN()
})

test('a folded name is as long as the name, or marks would slip', () => {
  for (const name of ['Straße', 'İstanbul', 'ﬁne', '👩‍🎨 studio', 'ǅ'])
    expect(fold(name)).toHaveLength(name.length)
})

test('folders are found too', () => {
  const found = new Names([aFolder({ id: 'f', name: 'Clients' })]).best('cli', 5)
  expect(found[0]?.row.id).toBe('f')
})

test('of a long way the beginning and the end are told', () => {
  expect(shortPath(['Clients', 'North'])).toBe('Clients / North')
  expect(shortPath(['A', 'B', 'C', 'D', 'E'])).toBe('A / … / D / E')
})
