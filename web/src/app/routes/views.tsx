// The views of a session: what each is called, and the code it is drawn by, loaded when it is first shown.
import { IconLayoutGrid, IconList, IconQuote, IconSitemap } from '@tabler/icons-react'
import { type ComponentType, lazy, type ReactNode } from 'react'
import type { say } from '../words'

// Asked for at once, beside the first facts, so that a session waits for neither alone.
const history = import('@/features/history/history')
const History = lazy(() => history)
const Grid = lazy(() => import('@/features/history/grid'))
const Prompts = lazy(() => import('@/features/prompts/prompts'))
const Lineage = lazy(() => import('@/features/lineage/lineage'))

export interface ViewProps {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

interface View {
  words: Parameters<typeof say>[0]
  icon: ReactNode
  Show: ComponentType<ViewProps>
}

export const VIEWS = {
  timeline: { words: 'view_timeline', icon: <IconList size={16} />, Show: History },
  grid: { words: 'view_grid', icon: <IconLayoutGrid size={16} />, Show: Grid },
  lineage: { words: 'view_lineage', icon: <IconSitemap size={16} />, Show: Lineage },
  prompts: { words: 'view_prompts', icon: <IconQuote size={16} />, Show: Prompts },
} satisfies Record<string, View>

export type ViewName = keyof typeof VIEWS

export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[]

/** The view that an address asks for; the timeline when it asks for none there is. */
export function viewNamed(asked: unknown): ViewName {
  return VIEW_NAMES.find(name => name === asked) ?? 'timeline'
}
