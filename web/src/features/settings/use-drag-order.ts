// Putting engines in order by drag; the buttons beside it do the same by keyboard and touch.
import { type DragEvent, useState } from 'react'
import { placed } from './values'

/** For each id: what its handle and its row need, and where a drop would put the one that is dragged. */
export function useDragOrder(ids: readonly string[], onOrder: (ids: string[]) => void) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [at, setAt] = useState<{ id: string; after: boolean } | null>(null)
  const end = () => {
    setDragged(null)
    setAt(null)
  }
  return (id: string) => ({
    handle: {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', id)
        setDragged(id)
      },
      onDragEnd: end,
    },
    row: {
      'data-dragged': dragged === id || undefined,
      'data-drop': at?.id === id && dragged !== id ? (at.after ? 'after' : 'before') : undefined,
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        const { top, height } = event.currentTarget.getBoundingClientRect()
        const after = event.clientY > top + height / 2
        if (at?.id !== id || at.after !== after) setAt({ id, after })
      },
      onDrop: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        const next = placed(ids, dragged, id, at?.id === id && at.after)
        if (next.some((known, place) => known !== ids[place])) onOrder(next)
        end()
      },
    },
  })
}

export type Drag = ReturnType<ReturnType<typeof useDragOrder>>
