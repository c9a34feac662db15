// Does what the row's menu and the tree's keys say: dialogs are asked of the app, the rest goes to the server.
import { press, useCreateSession } from '@/shared/api/acts'
import { useCreateFolder, useOrganise } from '@/shared/api/organise'
import { ask } from '@/shared/lib/asks'
import { noteMade } from '@/shared/lib/made'
import { toastProblem } from '@/shared/ui/toast'
import type { ActionId } from './actions'
import { isSamePlace, type Spot, targetOf } from './drop'
import type { Line } from './lines'
import { foldersAbove, ROOT, type Tree } from './tree'
import type { DroppedImages } from './use-drag'
import { useWords } from './words'

/** What the app opens a dialog for. */
const DIALOGS: Partial<Record<ActionId, (ids: string[], id: string) => void>> = {
  move: ids => ask('move-to', { ids }),
  duplicate: ids => ask('duplicate', { ids }),
  appearance: ids => ask('appearance', { ids }),
  details: (_, id) => ask('details', { id }),
  defaults: (_, id) => ask('folder-defaults', { id }),
  trash: ids => ask('trash', { ids }),
}

interface Asked {
  tree: Tree
  lines: readonly Line[]
  onOpen: (sessionId: string) => void
  onRename: (id: string) => void
  onPick: (ids: readonly string[]) => void
  fold: (ids: readonly string[], open: boolean) => void
}

export function useActions({ tree, lines, onOpen, onRename, onPick, fold }: Asked) {
  const say = useWords()
  const organise = useOrganise()
  const createSession = useCreateSession()
  const createFolder = useCreateFolder()

  const open = (folder: string | null) => {
    if (folder !== null) fold([...foldersAbove(tree, folder), folder], true)
  }
  const newSession = (folder: string | null) => {
    if (createSession.isPending) return
    createSession.mutate(press(folder === null ? {} : { folder_id: folder }), {
      onError: toastProblem,
      onSuccess: ({ id }) => {
        open(folder)
        noteMade(id)
        onOpen(id)
      },
    })
  }
  const newFolder = (parent: string | null, after: string | null = null) => {
    if (createFolder.isPending) return
    const body = { name: say('folder_name'), parent_id: parent, after_id: after }
    createFolder.mutate(press(body), {
      onError: toastProblem,
      onSuccess: ({ id }) => {
        open(parent)
        onRename(id)
      },
    })
  }
  /** The folder that "here" means for a row: itself, or the one it stands in. */
  const here = (id: string): string | null => {
    const row = tree.rows.get(id)
    const folder = row?.kind === 'folder' ? id : (row?.parent ?? ROOT)
    return folder === ROOT ? null : folder
  }

  const run = (action: ActionId, reached: readonly string[]) => {
    const ids = [...reached]
    const id = ids[0]
    if (id === undefined) return
    if (action === 'open') onOpen(id)
    else if (action === 'open-tab') window.open(`/s/${id}`, '_blank', 'noopener')
    else if (action === 'new-session') newSession(here(id))
    else if (action === 'new-folder') newFolder(here(id), tree.rows.get(id)?.kind === 'session' ? id : null)
    else if (action === 'rename') onRename(id)
    else if (action === 'select') onPick(ids)
    else if (action in DIALOGS)
      setTimeout(() => DIALOGS[action]?.(ids, id)) // once the row has the focus again
    else organise.mutate({ act: action as 'pin' | 'unpin' | 'archive' | 'unarchive', ids })
  }
  const move = (ids: readonly string[], spot: Spot) => {
    const target = targetOf(lines, spot, new Set(ids))
    if (isSamePlace(tree, ids, target)) return
    organise.mutate({ act: 'move', ids: [...ids], folder_id: target.folder, after_id: target.after })
  }
  const giveImages = ({ ids, session_id }: DroppedImages, sessionId: string, copy: boolean) => {
    if (session_id === sessionId && !copy) return
    organise.mutate({ act: copy ? 'copy' : 'move', ids, session_id: sessionId })
  }
  const rename = (id: string, name: string) => organise.mutate({ act: 'rename', ids: [id], name })
  return { run, move, giveImages, rename, newSession, newFolder }
}
