// What tiles and chips say.
import { describe, expect, it } from 'vitest'
import type { Batch, Generation } from '@/shared/api/types'
import { costOf, modelName, otherOptions, thumbWidth, tookSeconds } from './batches'

const made = (part: Partial<Generation>) => part as Generation

describe('facts', () => {
  it('names a model that is gone by its id', () => {
    expect(modelName('fal/flux', new Map([['fal/flux', 'FLUX']]))).toBe('FLUX')
    expect(modelName('fal/flux', new Map())).toBe('flux')
  })
  it('tells how long it took', () => {
    expect(tookSeconds(made({ started_at: 1000, finished_at: 1640 }))).toBe('0.6')
    expect(tookSeconds(made({ started_at: 0, finished_at: 75_400 }))).toBe('75')
    expect(tookSeconds(made({ started_at: 5, finished_at: null }))).toBeNull()
  })
  it('marks a cost that is only estimated', () => {
    expect(costOf(made({ cost: { amount: 0.04, currency: 'USD', estimated: true } }))).toBe('≈ $0.04')
    expect(costOf(made({ cost: { amount: 0.04, currency: 'USD', estimated: false } }))).toBe('$0.04')
    expect(costOf(made({ cost: { amount: 0, currency: 'USD', estimated: false } }))).toBeNull()
  })
  it('shows the options that have no chip of their own', () => {
    const options = { seed: 1, negative: 'x', style: 'oil', line_art: true, note: '' }
    expect(otherOptions({ options } as unknown as Batch)).toEqual([
      { name: 'style', value: 'oil' },
      { name: 'line art', value: 'on' },
    ])
  })
  it('asks for a picture as sharp as the screen', () => {
    expect(thumbWidth(200, 1)).toBe(320)
    expect(thumbWidth(300, 2)).toBe(640)
    expect(thumbWidth(300, 3)).toBe(1280)
  })
})
