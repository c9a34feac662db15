// The sidebar's edge: drag it, or move it with the arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useWords } from '../words'
import styles from './shell.module.css'

/** Widths of the sidebar in pixels. */
export const WIDTH = { least: 220, usual: 276, most: 440, step: 16 }

interface Props {
  width: number
  onWidth: (width: number) => void
}

export function Grip({ width, onWidth }: Props) {
  const say = useWords()
  const start = useRef<{ x: number; width: number } | null>(null)
  const set = (wanted: number) => onWidth(Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, wanted))))

  const down = (event: PointerEvent<HTMLDivElement>) => {
    start.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (start.current) set(start.current.width + event.clientX - start.current.x)
  }
  const press = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: width - WIDTH.step,
      ArrowRight: width + WIDTH.step,
      Home: WIDTH.least,
      End: WIDTH.most,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    set(to)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has no element of its own
    <div
      className={styles.grip}
      role="separator"
      aria-orientation="vertical"
      aria-label={say('sidebar_width')}
      aria-valuenow={width}
      aria-valuemin={WIDTH.least}
      aria-valuemax={WIDTH.most}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null
      }}
      onDoubleClick={() => onWidth(WIDTH.usual)}
      onKeyDown={press}
    />
  )
}
