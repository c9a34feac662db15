// “Move to session…” and “Copy to session…” for pictures.
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { useSidebar } from '@/shared/api/reads'
import { Picker } from './picker'
import { findPlaces, sessionPlaces } from './places'
import { useWords } from './words'

interface Props {
  ids: string[]
  copy: boolean
  /** The session that is in view: pictures are not moved to where they are. */
  from: string | null
  onClose: () => void
}

export default function ImagesDialog({ ids, copy, from, onClose }: Props) {
  const say = useWords()
  const sidebar = useSidebar().data
  const { mutate: organise } = useOrganise()
  const [query, setQuery] = useState('')
  const [pointed, setPointed] = useState<string | null>(null)
  const places = useMemo(
    () => (sidebar ? sessionPlaces(sidebar, copy ? null : from) : []),
    [sidebar, copy, from],
  )
  const shown = useMemo(() => findPlaces(places, query, ''), [places, query])
  const chosen = shown.find(({ id }) => id === pointed) ?? shown[0]

  const send = (session_id: string | null) => {
    if (session_id === null) return
    onClose()
    organise({ act: copy ? 'copy' : 'move', ids, session_id })
  }
  return (
    <Picker
      title={say(copy ? 'images_copy' : 'images_move', { count: ids.length })}
      ask={say('find_session')}
      nothing={say('no_session', { query: query.trim() })}
      query={query}
      places={shown}
      pointed={chosen}
      onQuery={next => {
        setQuery(next)
        setPointed(null)
      }}
      onPoint={place => setPointed(place.id)}
      onChoose={place => send(place.id)}
      onClose={onClose}
    >
      <Button variant="default" onClick={onClose}>
        {say('cancel')}
      </Button>
      <Button disabled={!chosen} onClick={() => send(chosen?.id ?? null)}>
        {say(copy ? 'copy_here' : 'move_here')}
      </Button>
    </Picker>
  )
}
