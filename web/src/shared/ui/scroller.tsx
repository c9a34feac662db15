// The element in which a session's column scrolls: lists virtualise over it, the composer shrinks by it.
import { createContext, useContext } from 'react'

const Context = createContext<HTMLElement | null>(null)

export const ScrollerProvider = Context.Provider

/** The scrolling element around; null before it is on the page. */
export function useScroller(): HTMLElement | null {
  return useContext(Context)
}
