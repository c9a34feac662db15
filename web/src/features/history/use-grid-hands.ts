// What mouse, keys and fingers do to the tiles of the grid; one listener for all of them.
import type { DragEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import type { HistoryImage } from '@/shared/api/history'
import { dragImage } from '@/shared/lib/drag-images'
import { useGestures } from '@/shared/lib/gestures'
import type { Box } from '@/shared/lib/use-box'
import { useRest } from '@/shared/lib/use-rest'
import { type Justified, stepFrom } from './justify'
import type { useChoice } from './use-choice'
import { useWords } from './words'

interface Given {
  sessionId: string
  grid: Justified
  aspects: readonly number[]
  box: Box
  at: (index: number) => HistoryImage | undefined
  choice: ReturnType<typeof useChoice>
  current: number
  goTo: (index: number) => void
  setActive: (index: number) => void
  onOpenImage: (imageId: string) => void
}

const PICK = 36 // pixels from the upper left corner of a tile
const NO_MENU = { noMenu: true }
export const FINE = matchMedia('(pointer: fine)').matches // a finger that rests chooses; only a mouse drags

export function useGridHands(given: Given) {
  const { sessionId, grid, aspects, box, at, choice, current, goTo, setActive, onOpenImage } = given
  const t = useWords()
  const { chosen } = choice
  const rest = useRest(({ target }) => {
    const index = indexOf(target as Element)
    if (index !== null) choice.toggle(index)
  }, NO_MENU)
  const help = { group: t('picturesGroup'), placeOnly: true }
  useGestures([
    { ...help, id: 'grid.choose', words: t('chooseKey'), key: 'Space' },
    { ...help, id: 'grid.reach', words: t('reachKey'), key: 'Shift+ArrowRight' },
    { ...help, id: 'grid.all', words: t('allKey'), key: 'Mod+A' },
  ])

  const open = (index: number) => {
    const item = at(index)
    if (item) onOpenImage(item.image.id)
  }
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element
    const index = indexOf(target)
    if (index === null) return
    if (event.shiftKey) void choice.reach(chosen.anchor ?? current, index)
    else if (event.ctrlKey || event.metaKey || chosen.ids.size || isPick(event)) choice.toggle(index)
    else open(index)
    setActive(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event
    const mod = event.ctrlKey || event.metaKey
    if (event.altKey || indexOf(event.target as Element) === null) return
    if (mod && key.toLowerCase() === 'a') void choice.all()
    else if (mod) return
    else if (key === 'Enter' && !event.repeat) open(current)
    else if (key === ' ') choice.toggle(current)
    else if (key === 'Escape' && chosen.ids.size) choice.clear()
    else {
      const to = stepFrom(grid, aspects, current, key, box.screen * 0.85)
      if (to === null) return
      if (shiftKey) void choice.reach(chosen.anchor ?? current, to)
      goTo(to)
    }
    event.preventDefault()
  }
  const onDragStart = (event: DragEvent) => {
    const index = indexOf(event.target as Element)
    const image = index === null ? undefined : at(index)?.image
    if (!image) return
    const ids = chosen.ids.has(image.id) ? [...chosen.ids] : [image.id]
    dragImage(event, image, sessionId, ids)
  }
  return {
    ...rest.props,
    onClick,
    onKeyDown,
    onDragStart,
    onFocus: (event: FocusEvent) => {
      const index = indexOf(event.target)
      if (index !== null) setActive(index)
    },
  }
}

/** Whether a press hits the circle in the corner of a tile. */
function isPick({ target, clientX, clientY }: MouseEvent): boolean {
  const box = (target as Element).closest('[data-index]')?.getBoundingClientRect()
  return FINE && box !== undefined && clientX - box.left < PICK && clientY - box.top < PICK
}

export function indexOf(target: Element): number | null {
  const index = target.closest('[data-index]')?.getAttribute('data-index')
  return index ? Number(index) : null
}
