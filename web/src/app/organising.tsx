// Undo and redo everywhere, and the dialogs of organising for whoever asks for them.
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { keys } from '@/shared/api/keys'
import { useOrganise, useRedo, useUndo } from '@/shared/api/organise'
import type { Sidebar } from '@/shared/api/types'
import { type Asks, useAsk } from '@/shared/lib/asks'
import { dropKeys, holdKeys } from '@/shared/lib/early-keys'
import { useGestures } from '@/shared/lib/gestures'
import { giveFocusBack } from '@/shared/lib/give-back'
import { wantBatch } from '@/shared/lib/wanted'
import { Boundary } from '@/shared/ui/boundary'
import { useWords } from './words'

const MoveDialog = lazy(() => import('@/features/organise/move-dialog'))
const ImagesDialog = lazy(() => import('@/features/organise/images-dialog'))
const TrashDialog = lazy(() => import('@/features/organise/trash-dialog'))
const AppearanceDialog = lazy(() => import('@/features/organise/appearance-dialog'))
const DefaultsDialog = lazy(() => import('@/features/organise/defaults-dialog'))
const DuplicateDialog = lazy(() => import('@/features/organise/duplicate-dialog'))
const DownloadDialog = lazy(() => import('@/features/download/download-dialog'))
const ReuseWindow = lazy(() => import('@/features/reuse/reuse'))
const TagDialog = lazy(() => import('@/features/tags/tag-dialog'))

type Kind =
  | 'move-to'
  | 'images-to'
  | 'trash'
  | 'appearance'
  | 'folder-defaults'
  | 'duplicate'
  | 'download'
  | 'tag'
type Asked =
  | { [One in Kind]: { kind: One } & Asks[One] }[Kind]
  | { kind: 'reuse'; asked: Asks['reuse']; place: DOMRect | undefined }

export function Organising({ sessionId }: { sessionId: string | null }) {
  const say = useWords()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const organise = useOrganise()
  const undo = useUndo()
  const redo = useRedo()
  const [asked, setAsked] = useState<Asked | null>(null)
  const before = useRef<Element | null>(null)
  const open = (next: Asked) => {
    if (document.fullscreenElement) void document.exitFullscreen() // there no dialog would be seen
    before.current = document.activeElement
    if (next.kind === 'move-to' || next.kind === 'images-to') holdKeys() // until its field stands
    setAsked(next)
  }
  // A dialog that is drawn open does not give the focus back by itself.
  const close = () => {
    dropKeys()
    setAsked(null)
    giveFocusBack(before.current)
  }

  useAsk('move-to', ({ ids }) => open({ kind: 'move-to', ids }))
  useAsk('images-to', given => open({ kind: 'images-to', ...given }))
  useAsk('appearance', ({ ids }) => open({ kind: 'appearance', ids }))
  useAsk('folder-defaults', ({ id }) => open({ kind: 'folder-defaults', id }))
  useAsk('duplicate', ({ ids }) => open({ kind: 'duplicate', ids }))
  useAsk('download', given => open({ kind: 'download', ...given }))
  useAsk('tag', ({ imageIds }) => open({ kind: 'tag', imageIds }))
  useAsk('reuse', asked => {
    const { part } = asked
    if (part) void import('@/features/reuse/take').then(({ takeAtOnce }) => takeAtOnce({ ...asked, part }))
    else open({ kind: 'reuse', asked, place: asked.anchor?.getBoundingClientRect() })
  })
  useAsk('batch', ({ sessionId, batchId }) => {
    wantBatch(sessionId, batchId)
    void navigate({
      to: '/s/$sessionId',
      params: { sessionId },
      search: before => ({ ...before, view: undefined }),
    })
  })
  useAsk('compare', given => {
    const ids = given.imageIds.slice(0, 4).join(',')
    void navigate({
      to: '/s/$sessionId/compare',
      params: { sessionId: given.sessionId },
      search: before => ({ ...before, ids }),
    })
  })
  useAsk('trash', ({ ids }) => {
    // Only a folder with something in it raises a question.
    const sidebar = cache.getQueryData<Sidebar>(keys.sidebar)
    const chosen = new Set(ids)
    const holds = (id: string | null) => id !== null && chosen.has(id)
    const full =
      sidebar?.folders.some(({ parent_id }) => holds(parent_id)) ||
      sidebar?.sessions.some(({ folder_id }) => holds(folder_id))
    if (full) open({ kind: 'trash', ids })
    else organise.mutate({ act: 'trash', ids })
  })

  const group = say('group_everywhere')
  useGestures([
    {
      id: 'undo',
      words: say('undo'),
      group,
      key: 'Mod+Z',
      icon: <IconArrowBackUp size={16} />,
      notWhileTyping: true,
      run: () => undo.mutate(undefined),
    },
    {
      id: 'redo',
      words: say('redo'),
      group,
      key: 'Shift+Mod+Z',
      icon: <IconArrowForwardUp size={16} />,
      notWhileTyping: true,
      run: () => redo.mutate(undefined),
    },
  ])
  if (!asked) return null
  return (
    <Boundary place={asked.kind}>
      <Suspense fallback={null}>
        {asked.kind === 'move-to' && <MoveDialog ids={asked.ids} onClose={close} />}
        {asked.kind === 'images-to' && (
          <ImagesDialog ids={asked.ids} copy={asked.copy} from={sessionId} onClose={close} />
        )}
        {asked.kind === 'trash' && <TrashDialog ids={asked.ids} onClose={close} />}
        {asked.kind === 'appearance' && <AppearanceDialog ids={asked.ids} onClose={close} />}
        {asked.kind === 'folder-defaults' && <DefaultsDialog id={asked.id} onClose={close} />}
        {asked.kind === 'download' && <DownloadDialog wanted={asked} onClose={close} />}
        {asked.kind === 'tag' && <TagDialog imageIds={asked.imageIds} onClose={close} />}
        {asked.kind === 'reuse' && <ReuseWindow asked={asked.asked} place={asked.place} onClose={close} />}
        {asked.kind === 'duplicate' && <DuplicateDialog ids={asked.ids} onClose={close} />}
      </Suspense>
    </Boundary>
  )
}
