// Rows of the sidebar with all their fields: its answer leaves out what is null, false, zero or empty.
import type { components } from './schema'
import type { Sidebar, SidebarFolder, SidebarSession } from './types'

type Sent = components['schemas']['SidebarShape']

const FOLDER = { colour: null, emoji: null, pinned: false, archived: false, defaults: null }
const SESSION = {
  ...{ cover: null, working: 0, unseen: 0, failed: 0, images: 0, colour: null, emoji: null },
  ...{ pinned: false, archived: false, referenced: false, models: [] },
}

/** The sidebar as the rest of the app knows it. */
export function wholeSidebar({ version, folders, sessions }: Sent): Sidebar {
  return { version, folders: folders.map(wholeFolder), sessions: sessions.map(wholeSession) }
}

function wholeFolder(row: Sent['folders'][number]): SidebarFolder {
  return { ...FOLDER, ...row } as SidebarFolder
}

function wholeSession(row: Sent['sessions'][number]): SidebarSession {
  return { ...SESSION, ...row } as SidebarSession
}
