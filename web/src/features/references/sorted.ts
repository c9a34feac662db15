// In which order the stored references stand: those that are switched on first, as long as nobody is among them.
import { type RefObject, useRef } from 'react'
import { useReferred } from '@/shared/lib/referred'

interface Item {
  image: { id: string }
}

/** `items` with those in `on` first, in the order of `on`. */
export function onFirst<Kind extends Item>(items: readonly Kind[], on: readonly string[]): Kind[] {
  const place = ({ image }: Kind) => {
    const at = on.indexOf(image.id)
    return at < 0 ? on.length : at
  }
  return items.toSorted((one, other) => place(one) - place(other))
}

/** The same, but nothing moves under a pointer or a cursor that is within `list`: what is new comes in first there. */
export function useOnFirst<Kind extends Item>(
  items: readonly Kind[],
  sessionId: string,
  list: RefObject<HTMLElement | null>,
): readonly Kind[] {
  const there = useReferred()
  const on = there?.sessionId === sessionId ? there.references.map(({ image_id }) => image_id) : []
  const shown = useRef<string[]>([])
  const within = list.current?.matches(':hover, :focus-within') ?? false
  const sorted = within
    ? onFirst(items, [...fresh(items, shown.current), ...shown.current])
    : onFirst(items, on)
  shown.current = sorted.map(({ image }) => image.id)
  return sorted
}

function fresh(items: readonly Item[], shown: readonly string[]): string[] {
  return items.map(({ image }) => image.id).filter(id => !shown.includes(id))
}
