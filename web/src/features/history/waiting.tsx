// A batch of the timeline before it is read: how high it will be, and what stands in its place.
import { useMemo } from 'react'
import css from './history.module.css'
import { layOut } from './layout'

const HEAD = 76 // prompt, chips and the space below a batch, in pixels

/** How high a batch will about be, before it is drawn; reckoned once for each. */
export function useHeights(aspects: number[][], width: number): (at: number) => number {
  const { known } = useMemo(() => ({ width, known: new Map<string, number>() }), [width])
  return at => {
    const shapes = aspects[at] ?? []
    const key = shapes.join()
    let height = known.get(key)
    if (height === undefined) {
      height =
        HEAD +
        layOut(
          shapes.map(shape => ({ width: shape, height: 100 })),
          width,
        ).height
      known.set(key, height)
    }
    return height
  }
}

/** Where a batch will stand. */
export function Waiting({ aspects, width }: { aspects: number[]; width: number }) {
  const { places, height } = layOut(
    aspects.map(shape => ({ width: shape, height: 100 })),
    width,
  )
  return (
    <div className={css.waiting} style={{ height: height + HEAD }} aria-hidden>
      <span />
      <span />
      <div>
        {places.map(place => (
          <i key={`${place.left} ${place.top}`} style={{ ...place }} />
        ))}
      </div>
    </div>
  )
}
