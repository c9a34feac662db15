// What the chosen models take of references, and the words for what they lack.
import { describe, expect, it } from 'vitest'
import type { Reference } from '@/shared/api/types'
import {
  cannotRefer,
  lacksFormat,
  lacksReferences,
  lacksRole,
  mended,
  mostOf,
  refer,
  reorder,
  type Taker,
} from './takes'

const model = (name: string, references: number, some: Partial<Taker> = {}): Taker => ({
  name,
  references,
  roles: [],
  strength: false,
  formats: [],
  ...some,
})
const three = model('Three', 3, { roles: ['style'] })
const one = model('One', 1)
const none = model('None', 0)
const ref = (image_id: string, role: Reference['role'] = null): Reference => ({
  image_id,
  role,
  strength: 0.6,
})

describe('the limit', () => {
  it('is that of the model which takes fewest', () => {
    expect(mostOf([three, one])).toBe(1)
    expect(lacksReferences([ref('a'), ref('b')], [three, one])).toBe(
      'One takes at most 1 reference; 2 are on. Take 1 off',
    )
    expect(lacksReferences([ref('a')], [none, three])).toBe(
      'None takes no references. Take them off, or choose another model',
    )
    expect(lacksReferences([], [none])).toBeNull()
  })

  it('says why none more can be switched on, but always lets one on', () => {
    expect(cannotRefer(0, [none])).toBeNull()
    expect(cannotRefer(1, [none])).toBe('None takes no references. Choose another model.')
    expect(cannotRefer(2, [three])).toBeNull()
    expect(cannotRefer(3, [three])).toBe('Three takes at most 3 references. Take one off first.')
  })
})

describe('roles and formats', () => {
  it('are refused with the model that does not know them', () => {
    expect(lacksRole('style', [three])).toBeNull()
    expect(lacksReferences([ref('a', 'style')], [three, one])).toContain('One does not know the role “style”')
    expect(lacksFormat('image/gif', [model('Strict', 2, { formats: ['image/png'] }), three])).toBe(
      'Strict does not take GIF',
    )
    expect(lacksFormat('image/gif', [three])).toBeNull()
  })
})

describe('switching on', () => {
  it('takes each picture once, as far as there is room, and says which found none', () => {
    expect(refer([ref('a')], ['a', 'b', 'b', 'c'], 2)).toEqual({
      references: [ref('a'), ref('b')],
      left: ['c'],
    })
  })

  it('keeps an order that can be changed', () => {
    const all = [ref('a'), ref('b'), ref('c')]
    expect(reorder(all, 0, 1).map(({ image_id }) => image_id)).toEqual(['b', 'a', 'c'])
    expect(reorder(all, 2, 5)).toEqual(all)
    expect(reorder(all, 2, -5).map(({ image_id }) => image_id)).toEqual(['c', 'a', 'b'])
  })
})

describe('mending', () => {
  it('keeps the first ones and takes unknown roles off', () => {
    expect(mended([ref('a', 'style'), ref('b')], [one])).toEqual([ref('a')])
    expect(mended([ref('a', 'style'), ref('b', 'content')], [three])).toEqual([ref('a', 'style'), ref('b')])
  })
})
