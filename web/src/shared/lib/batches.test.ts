// What tiles and chips say.
import { describe, expect, it } from 'vitest'
import type { Batch, Generation, Image } from '@/shared/api/types'
import { aBatch, aGeneration } from '@/testing/builders'
import {
  costOf,
  isCostUnknown,
  modelName,
  otherOptions,
  shownBatches,
  thumbWidth,
  tookSeconds,
} from './batches'

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
    const told = (estimated: boolean) => made({ cost: { amount: 0, currency: 'USD', estimated } })
    expect([isCostUnknown(told(true)), isCostUnknown(told(false))]).toEqual([true, false])
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

describe('shown batches', () => {
  const tile = (id: string, trashed_at: number | null) =>
    aGeneration({ id, status: 'complete', image: { id, trashed_at } as Image })

  it('are without pictures in the trash, and without those deleted for ever', () => {
    const erased = aGeneration({ id: 'x', status: 'complete' })
    const failed = aGeneration({ id: 'f', status: 'failed' })
    const batch = aBatch({ generations: [tile('a', null), tile('b', 5), erased, failed] })
    expect(shownBatches([batch])[0]?.generations.map(({ id }) => id)).toEqual(['a', 'f'])
  })
  it('leave out a batch of which nothing is left', () => {
    expect(shownBatches([aBatch({ generations: [tile('b', 5)] }), aBatch({ generations: [] })])).toEqual([])
  })
  it('stay the same objects, so that nothing is drawn anew', () => {
    const whole = aBatch()
    const part = aBatch({ generations: [tile('a', null), tile('b', 5)] })
    expect(shownBatches([whole])[0]).toBe(whole)
    expect(shownBatches([part])[0]).toBe(shownBatches([part])[0])
  })
})
