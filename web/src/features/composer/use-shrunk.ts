// Shrinks the composer to one line once the column is scrolled and nobody is working in it.
import { useEffect, useRef, useState } from 'react'

/** `room` is the height in pixels that shrinking has freed: kept as a margin, so that nothing below jumps. */
export function useShrunk() {
  const sentinel = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLElement>(null)
  const whole = useRef(0)
  const [away, setAway] = useState(false)
  const [inside, setInside] = useState(false)
  const [room, setRoom] = useState(0)
  const shrunk = away && !inside

  useEffect(() => {
    const mark = sentinel.current
    if (!mark) return
    const watch = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : false))
    watch.observe(mark)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    const box = card.current
    if (!box) return
    const enter = () => setInside(true)
    const leave = (event: FocusEvent) => {
      // Lists and menus of the composer open elsewhere in the page: losing focus to them is not leaving.
      const to = event.relatedTarget as Element | null
      if (to && !box.contains(to) && !to.closest('[data-portal]')) setInside(false)
      if (!to) setTimeout(() => document.activeElement === document.body && setInside(false))
    }
    box.addEventListener('focusin', enter)
    box.addEventListener('focusout', leave)
    return () => {
      box.removeEventListener('focusin', enter)
      box.removeEventListener('focusout', leave)
    }
  }, [])

  useEffect(() => {
    const box = card.current
    if (!box) return
    const watch = new ResizeObserver(() => {
      const height = box.offsetHeight
      if (shrunk) setRoom(Math.max(0, whole.current - height))
      else {
        if (!away) whole.current = height
        setRoom(away ? whole.current - height : 0)
      }
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [shrunk, away])

  return { sentinel, card, away, shrunk, room }
}
