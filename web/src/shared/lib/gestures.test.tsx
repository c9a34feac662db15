// Gestures are heard while they are offered, and only when they should be.
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { GesturesProvider, useAllGestures, useGestures } from './gestures'

function Counter({ id, step, when }: { id: string; step: number; when?: () => boolean }) {
  const [count, setCount] = useState(0)
  useGestures([{ id, words: id, group: 'Test', key: 'N', when, run: () => setCount(count + step) }])
  return (
    <output aria-label={id}>
      {count} of {useAllGestures().length}
    </output>
  )
}

test('a key runs its gesture with what is true now, but not while someone types', () => {
  render(
    <GesturesProvider>
      <Counter id="one" step={1} />
      <input aria-label="field" />
    </GesturesProvider>,
  )
  fireEvent.keyDown(document.body, { key: 'n' })
  fireEvent.keyDown(document.body, { key: 'n' })
  fireEvent.keyDown(screen.getByLabelText('field'), { key: 'n' })
  expect(screen.getByLabelText('one').textContent).toBe('2 of 1')
})

test('what was offered last goes first, unless it cannot be done now', () => {
  let possible = true
  const view = (both: boolean) => (
    <GesturesProvider>
      <Counter id="below" step={1} />
      {both && <Counter id="above" step={1} when={() => possible} />}
    </GesturesProvider>
  )
  const { rerender } = render(view(true))
  fireEvent.keyDown(document.body, { key: 'n' })
  expect(screen.getByLabelText('above').textContent).toBe('1 of 2')
  possible = false
  fireEvent.keyDown(document.body, { key: 'n' })
  expect(screen.getByLabelText('below').textContent).toBe('1 of 2')
  rerender(view(false))
  fireEvent.keyDown(document.body, { key: 'n' })
  expect(screen.getByLabelText('below').textContent).toBe('2 of 1')
})

let undone = 0

function Undo() {
  const run = () => {
    undone += 1
  }
  useGestures([{ id: 'undo', words: 'Undo', group: 'g', key: 'Mod+Z', notWhileTyping: true, run }])
  return <input aria-label="prompt" />
}

test('undo in a field belongs to the field once it was typed into, and to the page before', () => {
  render(
    <GesturesProvider>
      <Undo />
    </GesturesProvider>,
  )
  const field = screen.getByLabelText('prompt')
  fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
  expect(undone).toBe(1)
  fireEvent.input(field, { target: { value: 'a fox' } })
  fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
  expect(undone).toBe(1)
})
