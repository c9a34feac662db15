// Before folders with something in them go to the trash: take the contents along, or leave them one level up?
import { useMemo, useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { useSidebar } from '@/shared/api/reads'
import { Choice } from './choice'
import { Dialog } from './dialog'
import css from './dialogs.module.css'
import { holdingOf } from './holding'
import { useNameOf } from './use-name'
import { useWords } from './words'

interface Props {
  ids: string[]
  onClose: () => void
}

export default function TrashDialog({ ids, onClose }: Props) {
  const say = useWords()
  const sidebar = useSidebar().data
  const { mutate: organise } = useOrganise()
  const [contents, setContents] = useState<'along' | 'up'>('along')
  const name = useNameOf(ids)
  const { folders, sessions } = useMemo(
    () => (sidebar ? holdingOf(sidebar, ids) : { folders: 0, sessions: 0 }),
    [sidebar, ids],
  )
  const parts = [
    ...(sessions ? [say('sessions', { count: sessions })] : []),
    ...(folders ? [say('folders', { count: folders })] : []),
  ]
  const what = parts.length > 1 ? say('and', { one: parts[0], other: parts[1] }) : parts[0]
  return (
    <Dialog
      title={say('trash_title', { count: ids.length, name })}
      act={say('trash_do')}
      onAct={() => {
        onClose()
        organise({ act: 'trash', ids, contents })
      }}
      onClose={onClose}
    >
      <p>
        {what && say('holds', { what })} {say('trash_safe')}
      </p>
      <div
        className={css.group}
        role="radiogroup"
        aria-label={say('trash_title', { count: ids.length, name })}
      >
        {(['along', 'up'] as const).map(value => (
          <Choice
            key={value}
            name="contents"
            value={value}
            chosen={contents === value}
            title={say(value)}
            words={say(`${value}_words`)}
            onChoose={() => setContents(value)}
          />
        ))}
      </div>
    </Dialog>
  )
}
