// What a picture was used in as a reference: each batch with its prompt and the pictures made of it.
import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { thumbUrl } from '@/shared/api/addresses'
import { problemOf } from '@/shared/api/problem'
import { type Use, useUses } from '@/shared/api/references'
import type { Image } from '@/shared/api/types'
import { fullTime } from '@/shared/lib/time'
import css from './references.module.css'
import { useWords } from './words'

interface Props {
  image: Image
  onBack: () => void
  onLeave: (() => void) | undefined
}

export function Uses({ image, onBack, onLeave }: Props) {
  const t = useWords()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useUses(image.id)
  const uses = data?.pages.flatMap(page => page.items) ?? []
  const count = data?.pages[0]?.generations ?? 0
  return (
    <div className={css.uses}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        leftSection={<IconArrowLeft size={16} />}
        autoFocus
        onClick={onBack}
      >
        {t('back')}
      </Button>
      <img className={css.whole} src={thumbUrl(image.id, 640)} alt={image.file_name ?? ''} />
      <h3 className={css.heading}>{data ? t('used', { count }) : t('uses')}</h3>
      {error && !data && (
        <p className={css.none}>
          {t('usesFailed', { reason: problemOf(error).detail })}{' '}
          <button type="button" className={css.used} onClick={() => void refetch()}>
            {t('again')}
          </button>
        </p>
      )}
      {!data && !error && <Skeleton h={72} radius="md" />}
      <ul className={css.useList}>
        {uses.map(use => (
          <UseLine key={use.batch_id} use={use} onLeave={onLeave} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function UseLine({ use, onLeave }: { use: Use; onLeave: (() => void) | undefined }) {
  const t = useWords()
  const { session_id, session_name, prompt, at, role, images } = use
  return (
    <li>
      <p className={css.prompt} dir="auto">
        {prompt}
      </p>
      <p className={css.facts}>
        {[session_name, role && t('as', { role }), fullTime(at)].filter(Boolean).join(' · ')}
      </p>
      {images.length === 0 && <p className={css.facts}>{t('pictureGone')}</p>}
      <span className={css.made}>
        {images.map(image => (
          <Link
            key={image.id}
            to="/s/$sessionId/i/$imageId"
            params={{ sessionId: image.session_id ?? session_id, imageId: image.id }}
            aria-label={t('open')}
            {...(onLeave && { onClick: onLeave })}
          >
            <img
              className={css.little}
              src={thumbUrl(image.id)}
              alt=""
              width={56}
              height={56}
              loading="lazy"
            />
          </Link>
        ))}
      </span>
    </li>
  )
}
