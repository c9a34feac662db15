// What can be done with the pictures of a lineage, in one place for buttons, menu and keys.
import { useNavigate } from '@tanstack/react-router'
import { useOrganise } from '@/shared/api/organise'
import type { Image, Kind } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import type { Tree } from './tree'

export interface Acts {
  /** The picture, unless it is gone or in the trash. */
  living: (id: string) => Image | null
  open: (id: string) => void
  grow: (id: string, kind: Kind) => void
  refer: (id: string) => void
  canCompare: (id: string) => boolean
  /** With the picture it came from. */
  compare: (id: string) => void
  replay: (id: string) => void
  fold: (id: string) => void
  trash: (id: string) => void
  restore: (id: string) => void
}

interface Given {
  sessionId: string
  tree: Tree
  onOpenImage: (id: string) => void
  onFold: (id: string) => void
  onReplay: (id: string) => void
}

export function useActs({ sessionId, tree, onOpenImage, onFold, onReplay }: Given): Acts {
  const navigate = useNavigate()
  const { mutate } = useOrganise()
  const living = (id: string) => {
    const image = tree.nodes.get(id)?.image
    return image && image.trashed_at === null ? image : null
  }
  const parentOf = (id: string) => {
    const { ids, number, main } = tree.all
    return ids[main[number.get(id) ?? -1] ?? -1] ?? null
  }
  const canCompare = (id: string) => {
    const parent = parentOf(id)
    return parent !== null && living(id) !== null && living(parent) !== null
  }
  return {
    living,
    canCompare,
    open: id => {
      const home = living(id)?.session_id
      if (!home) return
      if (home === sessionId) onOpenImage(id)
      else
        void navigate({
          to: '/s/$sessionId/i/$imageId',
          params: { sessionId: home, imageId: id },
          search: {},
        })
    },
    grow: (id, kind) => living(id) && ask('grow', { imageId: id, kind }),
    refer: id => living(id) && ask('refer', { imageIds: [id] }),
    compare: id => {
      const parent = parentOf(id)
      if (parent && canCompare(id)) ask('compare', { sessionId, imageIds: [parent, id] })
    },
    replay: onReplay,
    fold: onFold,
    trash: id => living(id) && mutate({ act: 'trash', ids: [id] }),
    restore: id => mutate({ act: 'restore', ids: [id] }),
  }
}
