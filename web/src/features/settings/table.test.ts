// The table of models as text and back, and what an edit of one row leaves of it.
import { describe, expect, it } from 'vitest'
import { readSize, readTable, sizeWords, withRow, writeTable } from './table'

describe('the table of models', () => {
  it('is read from its text and written back', () => {
    const table = { mine: { price: 0.02 } }
    expect(readTable(writeTable(table))).toEqual(table)
    expect([readTable(''), writeTable({})]).toEqual([{}, ''])
    expect([readTable('{'), readTable('[]'), readTable('{"a": 1}')]).toEqual([null, null, null])
  })

  it('changes one field of one row and keeps what it does not know', () => {
    const table = { a: { seed: true, price: 1 }, b: { name: 'B' } }
    expect(withRow(table, 'a', { price: 2 })).toEqual({ a: { seed: true, price: 2 }, b: { name: 'B' } })
    expect(withRow(table, 'c', { price: 0 })).toEqual({ ...table, c: { price: 0 } })
    expect(withRow(table, 'b', { name: undefined })).toEqual({ a: { seed: true, price: 1 } })
    expect(withRow(table, 'b', { name: undefined }, true)).toEqual({ ...table, b: {} })
  })

  it('reads sizes as people write them', () => {
    expect([readSize('1024 × 768'), readSize('64x64'), readSize('wide')]).toEqual([
      [1024, 768],
      [64, 64],
      undefined,
    ])
    expect([sizeWords([1024, 768]), sizeWords(undefined)]).toEqual(['1024 × 768', ''])
  })
})
