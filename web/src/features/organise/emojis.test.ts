// Finding and typing emoji.
import { expect, test } from 'vitest'
import { findEmojis, readEmoji } from './emojis'

test('words find emoji by their beginnings', () => {
  expect(findEmojis('pal')).toEqual(expect.arrayContaining(['🎨', '🌴']))
  expect(findEmojis('night stars')).toEqual(['🌃', '🌌'])
  expect(findEmojis('alette')).toEqual([])
})

test('the set holds each emoji once, and nothing that is none', () => {
  const all = findEmojis('')
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter(emoji => readEmoji(emoji) !== emoji)).toEqual([])
})

test('any one emoji can be typed, words cannot', () => {
  for (const emoji of ['👩🏽‍🚀', '🇯🇵', '1️⃣', '🏴‍☠️']) expect(readEmoji(` ${emoji} `)).toBe(emoji)
  for (const text of ['a', '', '🎨🎨', '1']) expect(readEmoji(text)).toBeNull()
})
