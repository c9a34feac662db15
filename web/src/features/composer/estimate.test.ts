// Count and cost of a press, and the reasons for what models lack.
import { describe, expect, it } from 'vitest'
import { costWords, estimate } from './estimate'
import { answersTo, cannotAdd, lacksRatio, sharedRatio } from './offers'

const price = (amount: number, currency = 'USD') => ({ price: { amount, currency, source: '', known: true } })
const unknown = { price: { amount: 0, currency: 'USD', source: '', known: false } }
const words = (made: ReturnType<typeof estimate>) => costWords(made, 'price unknown')

describe('estimate', () => {
  it('counts images and is free without a price', () => {
    const made = estimate([price(0), price(0)], 2)
    expect(made.images).toBe(4)
    expect(words(made)).toBeNull()
  })
  it('adds what each model costs', () => {
    expect(words(estimate([price(0), price(0.04), price(0.02)], 2))).toBe('≈ $0.12')
    expect(words(estimate([price(0.003)], 1))).toBe('≈ $0.003')
  })
  it('keeps currencies apart', () => {
    expect(words(estimate([price(1), price(2, 'EUR')], 1))).toBe('≈ $1.00 + €2.00')
  })
  it('says that a price is unknown and never that it is free', () => {
    expect(words(estimate([unknown], 4))).toBe('price unknown')
    expect(words(estimate([price(0), unknown, price(0.02)], 1))).toBe('≈ $0.02 + price unknown')
  })
})

const square = { name: 'Square', ratios: ['1:1'] }
const wide = { name: 'Wide', ratios: ['16:9', '1:1'] }

describe('offers', () => {
  it('names the models that lack a ratio', () => {
    expect(lacksRatio('1:1', [square, wide])).toBeNull()
    expect(lacksRatio('16:9', [square, wide])).toBe('Square does not offer 16:9')
    expect(lacksRatio('9:16', [square, wide])).toBe('Square and Wide do not offer 9:16')
  })
  it('finds a ratio that all have', () => {
    expect(sharedRatio([square, wide])).toBe('1:1')
    expect(sharedRatio([square, { name: 'Tall', ratios: ['9:16'] }])).toBeNull()
  })
  it('refuses a fifth model but not taking one off', () => {
    expect(cannotAdd('e', ['a', 'b', 'c', 'd'])).toMatch(/at most 4/)
    expect(cannotAdd('a', ['a', 'b', 'c', 'd'])).toBeNull()
  })
  it('finds a model by any of its words', () => {
    const model = { name: 'Illustrator', engine_name: 'Built in', description: 'Procedural' }
    expect(answersTo('proc built', model)).toBe(true)
    expect(answersTo('neural', model)).toBe(false)
  })
})
