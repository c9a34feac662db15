// What the sidebar's answer leaves out comes back as it would have been sent.
import { expect, it } from 'vitest'
import { wholeSidebar } from './whole'

it('fills in what a row leaves out, and keeps what it says', () => {
  const sidebar = wholeSidebar({
    version: 7,
    folders: [{ id: 'f', parent_id: null, order: 'a0', name: 'Clients', version: 1, pinned: true }],
    sessions: [
      { id: 's', folder_id: 'f', order: 'a0', name: 'Storm', modified_at: 5, version: 2, working: 3 },
    ],
  })
  expect(sidebar.version).toBe(7)
  expect(sidebar.folders[0]).toEqual({
    ...{ id: 'f', parent_id: null, order: 'a0', name: 'Clients', version: 1, pinned: true },
    ...{ colour: null, emoji: null, archived: false, defaults: null },
  })
  expect(sidebar.sessions[0]).toEqual({
    ...{ id: 's', folder_id: 'f', order: 'a0', name: 'Storm', modified_at: 5, version: 2, working: 3 },
    ...{ cover: null, unseen: 0, failed: 0, images: 0, colour: null, emoji: null },
    ...{ pinned: false, archived: false, referenced: false, models: [] },
  })
})
