// Duplicating asks one thing: with the pictures, or without?
import { useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { Choice } from './choice'
import { Dialog } from './dialog'
import css from './dialogs.module.css'
import { useNameOf } from './use-name'
import { useWords } from './words'

interface Props {
  ids: string[]
  onClose: () => void
}

export default function DuplicateDialog({ ids, onClose }: Props) {
  const say = useWords()
  const { mutate: organise } = useOrganise()
  const [images, setImages] = useState(true)
  const title = say('duplicate', { count: ids.length, name: useNameOf(ids) })
  return (
    <Dialog
      title={title}
      act={say('duplicate_do')}
      onAct={() => {
        onClose()
        organise({ act: 'duplicate', ids, with_images: images })
      }}
      onClose={onClose}
    >
      <div className={css.group} role="radiogroup" aria-label={title}>
        {(['with_images', 'without_images'] as const).map(value => (
          <Choice
            key={value}
            name="images"
            value={value}
            chosen={images === (value === 'with_images')}
            title={say(value, { count: ids.length })}
            words={say(`${value}_words`)}
            onChoose={() => setImages(value === 'with_images')}
          />
        ))}
      </div>
    </Dialog>
  )
}
