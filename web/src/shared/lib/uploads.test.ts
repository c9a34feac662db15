// The queue of uploads: in the order chosen, each on its own, and what arrives is given once.
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import type { Image } from '@/shared/api/types'
import { refusedOf, Uploads } from './uploads'

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

  it('sends the files of a session in order, and those of another beside them', async () => {
    const made = queue()
    made.add('s1', named('a', 'b', 'c'))
    made.add('s2', named('d'))
    expect(states(made)).toEqual(['a sending', 'b waiting', 'c waiting', 'd sending'])
    await flights[0]?.land('i1')
    expect(states(made)).toEqual(['b sending', 'c waiting', 'd sending'])
    await flights[2]?.land('i2')
    expect(made.take('s2')).toEqual([])
    expect(made.take('s1').map(({ image }) => image.id)).toEqual(['i1', 'i2'])
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
    await flights[2]?.land('i3')
    made.retry(made.all()[1]?.id ?? '')
    expect(states(made)).toEqual(['a failed', 'b sending'])
  })

  it('tells those that were refused for one reason as one', async () => {
    const made = queue()
    made.add(null, named('a', 'b', 'c', 'd'))
    for (const [at, words] of ['Full.', 'No picture.', 'Full.'].entries()) {
      await flights[at]?.fail(new ApiProblem('refused', words, 422))
    }
    expect(refusedOf(made.all()).map(({ problem, files }) => [problem, ...files.map(f => f.name)])).toEqual([
      ['Full.', 'a', 'c'],
      ['No picture.', 'b'],
    ])
  })

  it('says whether a place made for them shows them', () => {
    const made = queue()
    const [first, second] = [made.show('s1'), made.show('s1')]
    first()
    expect([made.areShown('s1'), made.areShown(null)]).toEqual([true, false])
    second()
    expect(made.areShown('s1')).toBe(false)
  })

  it('stops what is taken out while it runs and starts the next', () => {
    const made = queue()
    made.add('s1', named('a', 'b', 'c'))
    flights[0]?.tell(0.5)
    expect(made.all()[0]?.sent).toBe(0.5)
    made.drop(made.all()[0]?.id ?? '')
    expect(flights[0]?.stopped).toBe(true)
    expect(states(made)).toEqual(['b sending', 'c waiting'])
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
