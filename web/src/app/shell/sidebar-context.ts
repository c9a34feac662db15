// Whether the sidebar is shown, for the header's button that brings it back.
import { createContext, useContext } from 'react'

interface Frame {
  shown: boolean
  narrow: boolean
  toggle: () => void
}

export const SidebarContext = createContext<Frame>({ shown: true, narrow: false, toggle: () => undefined })

export function useSidebarFrame(): Frame {
  return useContext(SidebarContext)
}
