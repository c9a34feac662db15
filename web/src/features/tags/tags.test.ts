// Tags of several pictures are told together; suggestions leave out what is there already.
import { expect, it } from 'vitest'
import type { Image } from '@/shared/api/types'
import { cleanTag, suggest, tagsOf } from './tags'

const pictures = [{ tags: ['Sea', 'night'] }, { tags: ['sea'] }] as Image[]

it('counts a tag once a picture, whatever its capitals', () => {
  expect(tagsOf(pictures)).toEqual([
    { tag: 'Sea', images: 2 },
    { tag: 'night', images: 1 },
  ])
})

it('suggests what is used most and is not on all of them', () => {
  const known = [
    { tag: 'sea', images: 9 },
    { tag: 'night', images: 2 },
    { tag: 'knight', images: 5 },
    { tag: 'dawn', images: 1 },
  ]
  expect(suggest(known, tagsOf(pictures), 2, '')).toEqual(['knight', 'night', 'dawn'])
  expect(suggest(known, tagsOf(pictures), 2, ' NIGHT ')).toEqual(['knight', 'night'])
})

it('cleans a tag to one line', () => expect(cleanTag('  late \n night ')).toBe('late night'))
