// The queue of uploads: two at once, each on its own, and what arrives is given once.
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import type { Image } from '@/shared/api/types'
import { Uploads } from './uploads'

interface Flight {
  name: string
  tell: (part: number) => void
  land: (id: string) => Promise<void>
  fail: (problem: ApiProblem) => Promise<void>
  stopped: boolean
}

let flights: Flight[] = []
URL.createObjectURL ??= () => 'blob:'
URL.revokeObjectURL ??= () => undefined
const settled = () => new Promise<void>(resolve => setTimeout(resolve))

function queue(): Uploads {
  return new Uploads((_, file, tell) => {
    let resolve: (arrived: { image: Image; warnings: [] }) => void = () => undefined
    let reject: (thrown: ApiProblem) => void = () => undefined
    const done = new Promise<{ image: Image; warnings: [] }>((yes, no) => {
      resolve = yes
      reject = no
    })
    const flight: Flight = {
      name: file.name,
      tell,
      stopped: false,
      land: id => {
        resolve({ image: { id } as Image, warnings: [] })
        return settled()
      },
      fail: problem => {
        reject(problem)
        return settled()
      },
    }
    flights.push(flight)
    return {
      done,
      stop: () => {
        flight.stopped = true
      },
    }
  })
}

const named = (...names: string[]) => names.map(name => new File(['x'], name, { type: 'image/png' }))
const states = (made: Uploads) => made.all().map(({ name, state }) => `${name} ${state}`)

describe('the queue of uploads', () => {
  beforeEach(() => {
    flights = []
  })

  it('sends two at once and the next when one has arrived', async () => {
    const made = queue()
    made.add('s1', named('a', 'b', 'c'))
    expect(states(made)).toEqual(['a sending', 'b sending', 'c waiting'])
    await flights[1]?.land('i2')
    expect(states(made)).toEqual(['a sending', 'c sending'])
    expect(made.take('s2')).toEqual([])
    expect(made.take('s1').map(({ image }) => image.id)).toEqual(['i2'])
    expect(made.take('s1')).toEqual([])
  })

  it('keeps the words of each failure and goes on with the others', async () => {
    const made = queue()
    made.add(null, named('a', 'b', 'c'))
    await flights[0]?.fail(new ApiProblem('truncated', 'It ends early.', 422))
    await flights[1]?.fail(new ApiProblem('unreachable', 'Nobody answers.'))
    expect(made.all().map(({ problem, again }) => [problem, again])).toEqual([
      ['It ends early.', false],
      ['Nobody answers.', true],
      ['', false],
    ])
    const second = made.all()[1]
    made.retry(second?.id ?? '')
    expect(states(made)).toEqual(['a failed', 'b sending', 'c sending'])
  })

  it('stops what is taken out while it runs and starts the next', () => {
    const made = queue()
    made.add('s1', named('a', 'b', 'c'))
    flights[0]?.tell(0.5)
    expect(made.all()[0]?.sent).toBe(0.5)
    made.drop(made.all()[0]?.id ?? '')
    expect(flights[0]?.stopped).toBe(true)
    expect(states(made)).toEqual(['b sending', 'c sending'])
  })

  it('refuses what is too large before it is sent', () => {
    const made = queue()
    const file = new File(['x'], 'huge.png', { type: 'image/png' })
    Object.defineProperty(file, 'size', { value: 65 * 1024 * 1024 })
    made.add('s1', [file])
    expect(flights).toEqual([])
    expect(made.all()[0]?.problem).toContain('at most 64 MB')
  })
})
