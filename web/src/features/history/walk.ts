// Where the arrow keys lead over the tiles of all batches.
import type { Batch } from '@/shared/api/types'
import { sizeOf } from '@/shared/lib/batches'
import { across, entering, layOut, type Place } from './layout'

interface Row {
  ids: string[]
  places: Place[]
}

/** The generation that a key leads to from `from`; null when there is none that way. */
export function walk(batches: Batch[], width: number, from: string, key: string): string | null {
  const at = batches.findIndex(batch => batch.generations.some(({ id }) => id === from))
  if (at < 0) return null
  const here = rowOf(batches[at], width)
  const tile = here.ids.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return here.ids[tile + 1] ?? rowOf(batches[at + 1], width).ids[0] ?? null
    case 'ArrowLeft':
      return here.ids[tile - 1] ?? rowOf(batches[at - 1], width).ids.at(-1) ?? null
    case 'Home':
      return rowOf(batches[0], width).ids[0] ?? null
    case 'End':
      return rowOf(batches.at(-1), width).ids.at(-1) ?? null
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = key === 'ArrowDown' ? 1 : -1
      const inside = across(here.places, tile, step)
      if (inside !== undefined) return here.ids[inside] ?? null
      const place = here.places[tile]
      const next = rowOf(batches[at + step], width)
      const number = entering(next.places, step, place ? place.left + place.width / 2 : 0)
      return number === undefined ? null : (next.ids[number] ?? null)
    }
    default:
      return null
  }
}

function rowOf(batch: Batch | undefined, width: number): Row {
  const tiles = [...(batch?.generations ?? [])].sort((a, b) => a.position - b.position)
  return { ids: tiles.map(({ id }) => id), places: layOut(tiles.map(sizeOf), width).places }
}
