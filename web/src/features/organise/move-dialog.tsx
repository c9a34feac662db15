// “Move to…”: search for a folder, or make one, and everything chosen goes there.
import { Button } from '@mantine/core'
import { IconFolderPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { press } from '@/shared/api/acts'
import { useCreateFolder, useOrganise } from '@/shared/api/organise'
import { useSidebar } from '@/shared/api/reads'
import { toastProblem } from '@/shared/ui/toast'
import { Picker } from './picker'
import { findPlaces, folderPlaces, type Place } from './places'
import { useNameOf } from './use-name'
import { useWords } from './words'

interface Props {
  ids: string[]
  onClose: () => void
}

export default function MoveDialog({ ids, onClose }: Props) {
  const say = useWords()
  const sidebar = useSidebar().data
  const { mutate: organise } = useOrganise()
  const create = useCreateFolder()
  const [query, setQuery] = useState('')
  const [pointed, setPointed] = useState<string | null | undefined>()
  const name = useNameOf(ids)
  const places = useMemo(() => (sidebar ? folderPlaces(sidebar, ids) : []), [sidebar, ids])
  const shown = useMemo(() => findPlaces(places, query, say('root')), [places, query, say])
  const free = shown.filter(({ refusal }) => refusal === null)
  const chosen = shown.find(({ id }) => id === pointed) ?? free[0] ?? shown[0]

  const move = (folder_id: string | null) => {
    onClose()
    organise({ act: 'move', ids, folder_id })
  }
  // A folder made here stands where the choice is, or at the top level.
  const above = pointed === undefined ? undefined : places.find(({ id }) => id === pointed)
  const parent = above?.refusal === null && above.row ? above : null
  const typed = query.trim().slice(0, 200)
  const make = () =>
    create.mutate(press({ name: typed || say('new_folder_name'), parent_id: parent?.id ?? null }), {
      onSuccess: folder => move(folder.id),
      onError: toastProblem,
    })
  return (
    <Picker
      title={say('move', { count: ids.length, name })}
      ask={say('find_folder')}
      nothing={say('no_folder', { query: typed })}
      query={query}
      places={shown}
      tree={query.trim() === ''}
      pointed={chosen}
      onQuery={next => {
        setQuery(next)
        setPointed(undefined)
      }}
      onPoint={(place: Place) => setPointed(place.id)}
      onChoose={place => move(place.id)}
      onClose={onClose}
      start={
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconFolderPlus size={16} aria-hidden />}
          loading={create.isPending}
          onClick={make}
        >
          {typed
            ? say('new_folder', { name: typed.length > 24 ? `${typed.slice(0, 23)}…` : typed })
            : say('new_folder_plain')}
          {parent && ` ${say('new_folder_in', { folder: parent.name.slice(0, 24) })}`}
        </Button>
      }
    >
      <Button variant="default" onClick={onClose}>
        {say('cancel')}
      </Button>
      <Button disabled={!chosen || chosen.refusal !== null} onClick={() => chosen && move(chosen.id)}>
        {say('move_here')}
      </Button>
    </Picker>
  )
}
