// Whether the sidebar is shown, for the header's button that brings it back.
import { createContext, useContext } from 'react'

interface Frame {
  shown: boolean
  narrow: boolean
  toggle: () => void
  /** Opens the sidebar and unfolds it to a row. */
  reveal: (id: string) => void
}

export const SidebarContext = createContext<Frame>({
  shown: true,
  narrow: false,
  toggle: () => undefined,
  reveal: () => undefined,
})

export function useSidebarFrame(): Frame {
  return useContext(SidebarContext)
}
