// News comes in on top of a long list of prompts without reading all of it again.
import { describe, expect, it } from 'vitest'
import { type PromptLine, type PromptPage, withNewest } from './prompts'

const line = (id: string, count = 1) => ({ id, count }) as PromptLine
const page = (total: number, ...ids: string[]): PromptPage => ({
  items: ids.map(id => line(id)),
  next: ids.at(-1) ?? null,
  total,
})
const ids = (pages: PromptPage[] | null) => pages?.map(({ items }) => items.map(({ id }) => id))

describe('withNewest', () => {
  const pages = [page(4, 'd', 'c'), page(4, 'b', 'a')]
  it('puts a new one on top and keeps those that it pushed off the page', () => {
    expect(ids(withNewest(pages, page(5, 'e', 'd')))).toEqual([
      ['e', 'd', 'c'],
      ['b', 'a'],
    ])
  })
  it('moves one that was used again up from below', () => {
    const next = withNewest(pages, { ...page(4, 'a', 'd'), items: [line('a', 2), line('d')] })
    expect(ids(next)).toEqual([['a', 'd', 'c'], ['b']])
    expect(next?.[0]?.items[0]?.count).toBe(2)
    expect(next?.every(({ total }) => total === 4)).toBe(true)
  })
  it('does not guess what lies between when nothing of what is known is there', () => {
    expect(withNewest(pages, page(9, 'i', 'h'))).toBeNull()
    expect(withNewest([], page(1, 'a'))).toBeNull()
  })
  it('keeps where the next page begins', () => {
    expect(withNewest(pages, page(5, 'e', 'd'))?.map(({ next }) => next)).toEqual(['c', 'a'])
  })
})
