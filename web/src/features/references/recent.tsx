// Pictures that the session made lately, newest first, to be switched on without storing them.
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useBatches } from '@/shared/api/reads'
import type { Image } from '@/shared/api/types'
import { useNames } from './names'
import css from './references.module.css'
import { Toggle } from './toggle'
import { useWords } from './words'

const SHOWN = 18

export function Recent({ sessionId }: { sessionId: string }) {
  const t = useWords()
  const nameOf = useNames(sessionId)
  const [most, setMost] = useState(SHOWN)
  const { data, hasNextPage, fetchNextPage } = useBatches(sessionId)
  const images = useMemo(
    () =>
      (data?.pages ?? [])
        .flatMap(page => page.items)
        .flatMap(batch => batch.generations)
        .map(generation => generation.image)
        .filter((image): image is Image => image !== null && image.trashed_at === null),
    [data],
  )
  if (data && !images.length) return <p className={css.none}>{t('noRecent')}</p>
  const more = () => {
    setMost(most + SHOWN)
    if (images.length < most + SHOWN && hasNextPage) void fetchNextPage()
  }
  return (
    <>
      <ul className={css.recent}>
        {images.slice(0, most).map((image, at) => (
          <li key={image.id} className={css.tile}>
            <Toggle image={image} name={nameOf(image, at + 1)} sessionId={sessionId} keep={false} />
          </li>
        ))}
      </ul>
      {(images.length > most || hasNextPage) && (
        <Button variant="subtle" color="gray" size="compact-md" mt="xs" onClick={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
