// The addresses of the web app: no session, a session, a picture over its session.
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { Shell } from '../shell/shell'
import { ComparePage } from './compare-page'
import { ImagePage } from './image-page'
import { LostPage } from './lost-page'
import { SessionPage } from './session-page'
import { SettingsPage } from './settings-page'
import { ArchivePage, TrashPage } from './shelf-pages'
import { StartPage } from './start-page'

/** What stands behind the ? of a session's address; each view reads its own part and checks it. */
export interface SessionSearch {
  view?: unknown
  [filter: string]: unknown
}

const root = createRootRoute({ component: Shell, notFoundComponent: LostPage })

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })
const session = createRoute({
  getParentRoute: () => root,
  path: '/s/$sessionId',
  component: SessionPage,
  validateSearch: (search: Record<string, unknown>): SessionSearch => search,
})
const image = createRoute({ getParentRoute: () => session, path: 'i/$imageId', component: ImagePage })

const compare = createRoute({ getParentRoute: () => session, path: 'compare', component: ComparePage })

const archive = createRoute({ getParentRoute: () => root, path: '/archive', component: ArchivePage })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage })
const trash = createRoute({ getParentRoute: () => root, path: '/trash', component: TrashPage })

export const router = createRouter({
  routeTree: root.addChildren([start, archive, trash, settings, session.addChildren([image, compare])]),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
