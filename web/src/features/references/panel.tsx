// The panel of references: what the session stores, what it made lately, each switched on or off; and files on their way.
import { Button, Skeleton } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { problemOf } from '@/shared/api/problem'
import { useReferences } from '@/shared/api/references'
import type { Stored } from '@/shared/api/upload'
import { pickFiles } from '@/shared/lib/pick-files'
import { uploads } from '@/shared/lib/uploads'
import { Message } from '@/shared/ui/message'
import { useNames } from './names'
import { Recent } from './recent'
import css from './references.module.css'
import { useOnFirst } from './sorted'
import { StoredTile } from './stored-tile'
import { UploadList } from './upload-list'
import { Uses } from './uses'
import { useWords } from './words'

interface Props {
  sessionId: string
  /** A picture was opened from here. */
  onLeave?: () => void
}

const NONE: Stored[] = []

export default function ReferencesPanel({ sessionId, onLeave }: Props) {
  const t = useWords()
  const { data, error, refetch } = useReferences(sessionId)
  const [shown, setShown] = useState<Stored | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const nameOf = useNames(sessionId)
  const items = useOnFirst(data?.items ?? NONE, sessionId, list)
  return (
    <section className={css.panel} aria-label={t('title')} data-takes-references>
      <h2 className="visually-hidden">{t('title')}</h2>
      {shown ? (
        <Uses image={shown.image} onBack={() => setShown(null)} onLeave={onLeave} />
      ) : (
        <>
          <Button
            variant="default"
            fullWidth
            leftSection={<IconUpload size={16} />}
            onClick={() => pickFiles(files => uploads.add(sessionId, files))}
          >
            {t('add')}
          </Button>
          <p className={css.hint}>{t('addHint')}</p>
          <UploadList sessionId={sessionId} />
          <h3 className={css.heading}>
            {t('stored')}
            {data && <span>{t('storedCount', { count: data.items.length, limit: data.limit })}</span>}
          </h3>
          {!data && error && (
            <Message title={t('stored')} words={t('failed', { reason: problemOf(error).detail })}>
              <Button variant="default" onClick={() => void refetch()}>
                {t('again')}
              </Button>
            </Message>
          )}
          {!data && !error && <Skeleton h={120} radius="md" />}
          {data?.items.length === 0 && <p className={css.none}>{t('none')}</p>}
          {data && data.items.length > 0 && (
            <ul ref={list} className={css.stored}>
              {items.map(item => (
                <StoredTile
                  key={item.image.id}
                  item={item}
                  name={nameOf(item.image, data.items.indexOf(item) + 1)}
                  sessionId={sessionId}
                  onUses={() => setShown(item)}
                  onLeave={onLeave}
                />
              ))}
            </ul>
          )}
          <h3 className={css.heading}>{t('recent')}</h3>
          <Recent sessionId={sessionId} />
        </>
      )}
    </section>
  )
}
