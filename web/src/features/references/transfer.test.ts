// What drops and pastes bring: files, our own pictures, links, folders, and nothing.
import { describe, expect, it } from 'vitest'
import { DRAGGED_IMAGES } from '@/shared/lib/drag-images'
import { type Bringer, dropped, isLink, pasted } from './transfer'

const ID = '019a3c3f-059c-7a22-8bf6-05ad12fb12ad'
const file = new File(['x'], 'fox.png', { type: 'image/png' })

function bring(data: Record<string, string>, files: File[] = [], some: Partial<Bringer> = {}): Bringer {
  const types = [...Object.keys(data), ...(files.length ? ['Files'] : [])]
  return { types, files, getData: type => data[type] ?? '', ...some }
}

describe('a drop', () => {
  it('of files is files, without the folders among them', () => {
    expect(dropped(bring({}, [file]), 'x')).toEqual({ kind: 'files', files: [file], folders: 0 })
    const folder = new File([], 'folder')
    const items = [true, false].map(isDirectory => ({
      kind: 'file',
      webkitGetAsEntry: () => ({ isDirectory }),
    }))
    expect(dropped(bring({}, [folder, file], { items }), 'x')).toEqual({
      kind: 'files',
      files: [file],
      folders: 1,
    })
  })

  it('of our own pictures is their ids, also from another window', () => {
    const data = { [DRAGGED_IMAGES]: JSON.stringify({ ids: [ID], session_id: 's' }) }
    expect(dropped(bring(data), 'x')).toEqual({ kind: 'images', ids: [ID] })
    const link = `http://box:8700/api/v1/images/${ID}/file`
    expect(dropped(bring({ 'text/uri-list': link }), 'box:8700')).toEqual({ kind: 'images', ids: [ID] })
    expect(dropped(bring({ 'text/uri-list': link }), 'other')).toEqual({ kind: 'link' })
    expect(dropped(bring({ [DRAGGED_IMAGES]: 'broken' }), 'x')).toEqual({ kind: 'nothing' })
  })

  it('of a link is a link, but a picture that comes with its bytes is a file', () => {
    const data = { 'text/uri-list': '# from\r\nhttps://example.org/fox.png' }
    expect(dropped(bring(data), 'x')).toEqual({ kind: 'link' })
    expect(dropped(bring(data, [file]), 'x')).toMatchObject({ kind: 'files', files: [file] })
    expect(dropped(bring({ 'text/plain': 'a fox' }), 'x')).toEqual({ kind: 'nothing' })
  })
})

describe('a paste', () => {
  it('of a picture is a file, unless text comes with it where a person is writing', () => {
    expect(pasted(bring({}, [file]), true)).toMatchObject({ kind: 'files' })
    expect(pasted(bring({ 'text/plain': 'a table' }, [file]), true)).toEqual({ kind: 'nothing' })
    expect(pasted(bring({ 'text/plain': 'a table' }, [file]), false)).toMatchObject({ kind: 'files' })
  })

  it('of an address alone is a link', () => {
    expect(pasted(bring({ 'text/plain': ' https://example.org/fox.png\n' }), true)).toEqual({ kind: 'link' })
    expect(isLink('see https://example.org')).toBe(false)
    expect(isLink('data:image/png;base64,AAAA')).toBe(true)
    expect(isLink('a fox')).toBe(false)
  })
})
