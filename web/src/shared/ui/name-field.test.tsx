// Renaming in place.
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { NameField } from './name-field'

let told: string[]

beforeEach(() => {
  told = []
  render(
    <>
      <NameField
        value="Storm"
        label="Name"
        onDone={name => told.push(`done ${name}`)}
        onCancel={() => told.push('cancelled')}
      />
      <button type="button">Elsewhere</button>
    </>,
  )
})

test('the whole name is selected, so typing replaces it; Enter keeps it, once', async () => {
  await userEvent.keyboard('  夜の城  {Enter}')
  await userEvent.click(screen.getByText('Elsewhere'))
  expect(told).toEqual(['done 夜の城'])
})

test('Escape leaves the name as it was', async () => {
  await userEvent.keyboard('Other{Escape}')
  expect(told).toEqual(['cancelled'])
})

test('going elsewhere keeps what was typed', async () => {
  await userEvent.keyboard('Calm')
  await userEvent.click(screen.getByText('Elsewhere'))
  expect(told).toEqual(['done Calm'])
})

test('nothing but spaces is no name, the same name is no change', async () => {
  await userEvent.keyboard('   {Enter}')
  expect(told).toEqual(['cancelled'])
})

test('a name ends at 200 characters', async () => {
  expect(screen.getByLabelText('Name')).toHaveProperty('maxLength', 200)
})
