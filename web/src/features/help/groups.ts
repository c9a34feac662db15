// Gestures sorted under the headings of the help sheet.
import type { Gesture } from '@/shared/lib/gestures'

/** Gestures with a key under their headings, `first` before the others, each once, as they were offered. */
export function groupByHeading(gestures: readonly Gesture[], first: string): [string, Gesture[]][] {
  const groups = new Map<string, Gesture[]>([[first, []]])
  for (const gesture of gestures) {
    if (!gesture.key) continue
    const group = groups.get(gesture.group) ?? []
    if (!group.some(known => known.id === gesture.id)) group.push(gesture)
    groups.set(gesture.group, group)
  }
  return [...groups].filter(([, group]) => group.length > 0)
}
