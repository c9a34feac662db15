// Fuzzy matching of names.
import { expect, test } from 'vitest'
import { pickBest, score } from './fuzzy'

const pick = (names: string[], query: string) => pickBest(names, query, name => name, 10)

test('letters in order match, letters out of order do not', () => {
  expect(score('lhs', 'Lighthouse in a storm')).not.toBeNull()
  expect(score('zl', 'Lighthouse')).toBeNull()
})

test('a piece of the name goes before scattered letters, its beginning before its middle', () => {
  expect(pick(['Cold, aloof stones', 'Old storm', 'Storm'], 'sto')[0]).toBe('Storm')
  expect(pick(['s..t..o', 'Storm'], 'sto')).toEqual(['Storm', 's..t..o'])
})

test('beginnings of words count more than letters inside words', () => {
  expect(pick(['Blacks', 'Blue sea'], 'bs')).toEqual(['Blue sea', 'Blacks'])
})

test('case, accents and spaces do not matter', () => {
  expect(pick(['Crème brûlée'], 'CREMEBRU')).toEqual(['Crème brûlée'])
  expect(pick(['Łódź', '夜の城'], '城')).toEqual(['夜の城'])
})

test('nothing typed gives all in their order, up to the limit', () => {
  expect(pickBest(['b', 'a', 'c'], ' ', name => name, 2)).toEqual(['b', 'a'])
})
