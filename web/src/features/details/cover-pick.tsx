// The session's cover: shown, chosen by hand from its pictures, or left to be the newest.
import { Button, Popover } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import { useOrganise } from '@/shared/api/organise'
import { useBatches } from '@/shared/api/reads'
import type { Cover, Image } from '@/shared/api/types'
import styles from './details.module.css'
import { useWords } from './words'

const SHOWN = 40

export function CoverPick({ sessionId, cover }: { sessionId: string; cover: Cover | null }) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  const organise = useOrganise()
  const pick = (imageId: string | null) => {
    setOpen(false)
    organise.mutate({ act: 'cover', ids: [sessionId], image_id: imageId })
  }
  return (
    <div className={styles.cover}>
      {cover ? (
        <img src={thumbUrl(cover.image_id)} alt="" width={72} height={72} />
      ) : (
        <span className={styles.bare}>
          <IconPhoto size={24} stroke={1.4} />
        </span>
      )}
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        width="min(300px, calc(100vw - 24px))"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <Button variant="default" size="compact-md" disabled={!cover} onClick={() => setOpen(!open)}>
            {say('cover_pick')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={styles.drop} aria-label={say('cover_title')}>
          <Button variant="subtle" size="compact-md" fullWidth onClick={() => pick(null)}>
            {say('cover_newest')}
          </Button>
          {open && <Pictures sessionId={sessionId} chosen={cover?.image_id} onPick={pick} />}
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

interface PicturesProps {
  sessionId: string
  chosen: string | undefined
  onPick: (imageId: string) => void
}

function Pictures({ sessionId, chosen, onPick }: PicturesProps) {
  const say = useWords()
  const { data } = useBatches(sessionId)
  const images = useMemo(
    () =>
      (data?.pages ?? [])
        .flatMap(page => page.items)
        .flatMap(batch => batch.generations)
        .map(generation => generation.image)
        .filter((image): image is Image => image !== null && image.trashed_at === null)
        .slice(0, SHOWN),
    [data],
  )
  return (
    <div className={styles.pictures}>
      {images.map((image, index) => (
        <button
          key={image.id}
          type="button"
          aria-label={say('cover_of', { number: index + 1 })}
          aria-pressed={image.id === chosen}
          onClick={() => onPick(image.id)}
        >
          <img src={thumbUrl(image.id)} alt="" loading="lazy" />
        </button>
      ))}
    </div>
  )
}
