// Undoing in the prompt goes by words and pauses, and takes back one's own words alone.
import { describe, expect, it } from 'vitest'
import { Steps } from './undo'

/** Types letter by letter from where the text ends, `gap` ms apart. */
function typing(gap = 70) {
  const steps = new Steps([{ text: '', own: true, at: 0 }])
  const state = { text: '', at: 0 }
  const see = (text: string, own = true, wait = gap) => {
    state.at += wait
    state.text = text
    steps.see({ text, own, at: state.at })
  }
  const type = (words: string, wait = gap) => {
    for (const letter of words) {
      see(state.text + letter, true, wait)
      wait = gap
    }
  }
  const undoAll = () => {
    const texts: string[] = []
    for (let text = steps.undo(); text !== null; text = steps.undo()) texts.push(text)
    return texts
  }
  return { steps, see, type, undoAll }
}

describe('what one press takes back', () => {
  it('is a word', () => {
    const { type, undoAll, steps } = typing()
    type('one two three four')
    expect(undoAll()).toEqual(['one two three ', 'one two ', 'one ', ''])
    expect([steps.redo(), steps.redo()]).toEqual(['one ', 'one two '])
    expect(steps.redoable).toBe(true)
  })
  it('ends with a pause within a word', () => {
    const { type, undoAll } = typing()
    type('mid')
    type('night', 700)
    expect(undoAll()).toEqual(['mid', ''])
  })
  it('is a run of deleting, and not the words before it', () => {
    const { type, see, undoAll } = typing()
    type('a fox')
    for (const text of ['a fo', 'a f', 'a ']) see(text)
    expect(undoAll()).toEqual(['a fox', 'a ', ''])
  })
  it('is a word in another place', () => {
    const { type, see, undoAll } = typing()
    type('fox')
    for (const text of ['rfox', 'refox', 'redfox']) see(text)
    expect(undoAll()).toEqual(['fox', ''])
  })
  it('is a word as it is composed', () => {
    const { see, undoAll } = typing()
    for (const text of ['n', 'ni', '你', '你h', '你ha', '你好']) see(text)
    expect(undoAll()).toEqual([''])
  })
  it('is all that was pasted or put in at once, and what was replaced comes back', () => {
    const { type, see, undoAll } = typing()
    type('fox')
    see('a whole prompt from elsewhere')
    type('!')
    expect(undoAll()).toEqual(['a whole prompt from elsewhere', 'fox', ''])
  })
})

describe('the steps', () => {
  it('follow what another way of undoing did', () => {
    const { type, see, steps } = typing()
    type('fox')
    see('a whole prompt')
    see('fox')
    expect(steps.redo()).toBe('a whole prompt')
    expect(steps.undo()).toBe('fox')
    expect(steps.undo()).toBe('')
    expect(steps.undoable).toBe(false)
  })
  it('forget what was undone when something new is typed', () => {
    const { type, steps, see } = typing()
    type('one two')
    expect(steps.undo()).toBe('one ')
    see('one 2')
    expect(steps.redo()).toBeNull()
  })
  it('are at most a hundred', () => {
    const { type, undoAll } = typing()
    type('a '.repeat(150))
    expect(undoAll()).toHaveLength(100)
  })
  it('take back one’s own words only, after another tab wrote too', () => {
    const { type, see, undoAll, steps } = typing()
    type('a fox')
    type(' at dawn', 900)
    see('Oh, look: a fox at dawn', false)
    expect(steps.undo()).toBe('Oh, look: a fox at ')
    expect(steps.undo()).toBe('Oh, look: a fox')
    expect(steps.redo()).toBe('Oh, look: a fox at ')
    expect(undoAll().every(text => text.startsWith('Oh, look: '))).toBe(true)
  })
  it('begin with what was typed before they were here', () => {
    const seen = ['kept', 'kept w', 'kept wo'].map((text, at) => ({ text, own: at > 0, at }))
    const steps = new Steps(seen)
    expect(steps.undo()).toBe('kept')
    expect(steps.undo()).toBeNull()
  })
})
