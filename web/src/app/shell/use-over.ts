// What lies over the page (palette, switcher, help, licences): opened by keys that may go on at once, and where the focus goes
// when it closes.
import { useRef, useState } from 'react'
import { ask } from '@/shared/lib/asks'
import { dropKeys, holdKeys } from '@/shared/lib/early-keys'
import { giveFocusBack } from '@/shared/lib/give-back'
import { noteMade } from '@/shared/lib/made'

export type Over = 'palette' | 'switcher' | 'help' | 'licences'

const hasKeyboard = () => matchMedia('(pointer: fine)').matches

export function useOver() {
  const [over, setOver] = useState<Over | null>(null)
  const before = useRef<Element | null>(null)
  const open = (next: Over) => {
    if (next === over) return
    if (over === null) before.current = document.activeElement
    if (next === 'palette' || next === 'switcher') holdKeys() // what is typed on is meant for its field
    setOver(next)
  }
  const close = () => {
    dropKeys()
    setOver(null)
    giveFocusBack(before.current, () => hasKeyboard() && ask('prompt', {}))
  }
  return { over, open, close }
}

/** A session that is gone to by keys is written in next. */
export function writeNextIn(sessionId: string, activeId: string | null): void {
  if (!hasKeyboard()) return
  if (sessionId === activeId) setTimeout(() => ask('prompt', {}))
  else noteMade(sessionId) // its composer takes the focus when it comes
}
