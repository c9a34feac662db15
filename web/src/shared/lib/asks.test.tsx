// What is asked of a composer before it is loaded is answered then, in its session alone.
import { renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, useAsk } from './asks'

const heard: string[] = []
const refers = () => renderHook(() => useAsk('refer', ({ imageIds }) => void heard.push(...imageIds)))
const refer = (...imageIds: string[]) => ask('refer', { imageIds })

describe('asking', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    heard.length = 0
    history.replaceState(null, '', '/s/one')
    return () => {
      vi.runAllTimers()
      vi.useRealTimers()
    }
  })

  it('is answered at once where somebody listens, and once', () => {
    const { unmount } = refers()
    refer('a')
    expect(heard).toEqual(['a'])
    unmount()
    refers().unmount()
    expect(heard).toEqual(['a'])
  })

  it('is answered later, in order, where nobody listened yet', () => {
    refer('a')
    history.replaceState(null, '', '/s/one/i/picture')
    refer('b')
    refers().unmount()
    expect(heard).toEqual(['a', 'b'])
  })

  it('is not answered in another session, nor long after', () => {
    refer('a')
    history.replaceState(null, '', '/s/two')
    refers().unmount()
    refer('b')
    vi.advanceTimersByTime(5_000)
    refers().unmount()
    expect(heard).toEqual([])
  })

  it('of anything else is not kept', () => {
    ask('tile', { imageId: 'a' })
    const { unmount } = renderHook(() => useAsk('tile', ({ imageId }) => void heard.push(imageId)))
    unmount()
    expect(heard).toEqual([])
  })
})
