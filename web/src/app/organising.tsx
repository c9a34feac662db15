// Undo and redo everywhere, and the dialogs of organising for whoever asks for them.
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { keys } from '@/shared/api/keys'
import { useOrganise, useRedo, useUndo } from '@/shared/api/organise'
import type { Sidebar } from '@/shared/api/types'
import { type Asks, useAsk } from '@/shared/lib/asks'
import { useGestures } from '@/shared/lib/gestures'
import { giveFocusBack } from '@/shared/lib/give-back'
import { Boundary } from '@/shared/ui/boundary'
import { useWords } from './words'

const MoveDialog = lazy(() => import('@/features/organise/move-dialog'))
const ImagesDialog = lazy(() => import('@/features/organise/images-dialog'))
const TrashDialog = lazy(() => import('@/features/organise/trash-dialog'))
const AppearanceDialog = lazy(() => import('@/features/organise/appearance-dialog'))
const DefaultsDialog = lazy(() => import('@/features/organise/defaults-dialog'))
const DuplicateDialog = lazy(() => import('@/features/organise/duplicate-dialog'))

type Kind = 'move-to' | 'images-to' | 'trash' | 'appearance' | 'folder-defaults' | 'duplicate'
type Asked = { [One in Kind]: { kind: One } & Asks[One] }[Kind]

export function Organising({ sessionId }: { sessionId: string | null }) {
  const say = useWords()
  const cache = useQueryClient()
  const organise = useOrganise()
  const undo = useUndo()
  const redo = useRedo()
  const [asked, setAsked] = useState<Asked | null>(null)
  const before = useRef<Element | null>(null)
  const open = (next: Asked) => {
    before.current = document.activeElement
    setAsked(next)
  }
  // A dialog that is drawn open does not give the focus back by itself.
  const close = () => {
    setAsked(null)
    giveFocusBack(before.current)
  }

  useAsk('move-to', ({ ids }) => open({ kind: 'move-to', ids }))
  useAsk('images-to', given => open({ kind: 'images-to', ...given }))
  useAsk('appearance', ({ ids }) => open({ kind: 'appearance', ids }))
  useAsk('folder-defaults', ({ id }) => open({ kind: 'folder-defaults', id }))
  useAsk('duplicate', ({ ids }) => open({ kind: 'duplicate', ids }))
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
        {asked.kind === 'duplicate' && <DuplicateDialog ids={asked.ids} onClose={close} />}
      </Suspense>
    </Boundary>
  )
}
