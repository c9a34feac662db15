// What is made of the server's errors.
import { expect, test } from 'vitest'
import { isPassing, problemOf, readProblem } from './problem'

test('a problem of the server keeps its code, its sentence, its field and what else it says', () => {
  const body = {
    type: 'about:blank',
    title: 'Stale',
    status: 409,
    code: 'stale',
    detail: 'Look again.',
    field: 'name',
    current: 7,
  }
  const problem = readProblem(body, 409)
  expect(problem).toMatchObject({ code: 'stale', detail: 'Look again.', field: 'name', status: 409 })
  expect(problem.extras.current).toBe(7)
  expect(isPassing(problem)).toBe(false)
})

test('a proxy that finds nobody is the server being away, and worth another try', () => {
  const problem = readProblem('<html>Bad gateway</html>', 502)
  expect(problem.code).toBe('unreachable')
  expect(isPassing(problem)).toBe(true)
})

test('a fetch that fails is the server being away', () => {
  expect(problemOf(new TypeError('Failed to fetch')).code).toBe('unreachable')
  expect(isPassing(new TypeError('Failed to fetch'))).toBe(true)
})

test('an answer that is no problem is said to be unexpected', () => {
  expect(readProblem(undefined, 500)).toMatchObject({ code: 'unreadable', status: 500 })
})
