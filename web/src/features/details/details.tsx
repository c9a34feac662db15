// The panel of details: when, how much, which models, what it cost, and notes.
import { Button, Skeleton } from '@mantine/core'
import { IconPalette } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useDetails } from '@/shared/api/organise'
import { problemOf } from '@/shared/api/problem'
import { useModels, useSession } from '@/shared/api/reads'
import type { Details as Facts } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import { modelName } from '@/shared/lib/batches'
import { sizeWords } from '@/shared/lib/sizes'
import { fullTime } from '@/shared/lib/time'
import { Message } from '@/shared/ui/message'
import { CoverPick } from './cover-pick'
import styles from './details.module.css'
import { Notes } from './notes'
import { useWords } from './words'

export default function Details({ sessionId }: { sessionId: string }) {
  const say = useWords()
  const { data, error, refetch } = useDetails(sessionId)
  const session = useSession(sessionId).data
  return (
    <section className={styles.panel} aria-label={say('title')}>
      <h2 className="visually-hidden">{say('title')}</h2>
      <div className={styles.body}>
        {!data && error && (
          <Message title={say('failed')} words={problemOf(error).detail}>
            <Button variant="default" onClick={() => void refetch()}>
              {say('again')}
            </Button>
          </Message>
        )}
        {!data &&
          !error &&
          [60, 90, 75, 85, 50].map(width => <Skeleton key={width} h={14} my={12} w={`${width}%`} />)}
        {data && (
          <>
            <p className={styles.name}>
              <bdi>{session?.name ?? data.name}</bdi>
            </p>
            <List facts={data} />
            <Models facts={data} />
            <h3 className={styles.heading}>{say('cover')}</h3>
            <CoverPick sessionId={sessionId} cover={session?.cover ?? null} />
            <Button
              variant="default"
              size="compact-md"
              mt="sm"
              leftSection={<IconPalette size={16} />}
              onClick={() => ask('appearance', { ids: [sessionId] })}
            >
              {say('look')}
            </Button>
            <Notes key={sessionId} sessionId={sessionId} notes={data.notes} />
          </>
        )}
      </div>
    </section>
  )
}

function List({ facts }: { facts: Facts }) {
  const say = useWords()
  const { counts } = facts
  const holds = [
    say('pictures', { count: counts.images }),
    say('batches', { count: counts.batches }),
    say('prompts', { count: facts.prompts }),
  ]
  const spent = facts.spent.map(({ amount, currency }) =>
    new Intl.NumberFormat(undefined, { style: 'currency', currency, maximumFractionDigits: 3 }).format(
      amount,
    ),
  )
  const rows: [string, string][] = [
    [say('place'), facts.path.map(folder => folder.name).join(' / ') || say('root')],
    [say('created'), fullTime(facts.created_at)],
    [say('modified'), fullTime(facts.modified_at)],
    [say('opened'), fullTime(facts.opened_at)],
    [say('holds'), holds.join(', ')],
    [say('disk'), sizeWords(counts.bytes)],
    [say('spent'), spent.join(', ') || say('free')],
  ]
  return (
    <dl className={styles.list}>
      {rows.map(([what, value]) => (
        <Fragment key={what}>
          <dt>{what}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function Models({ facts }: { facts: Facts }) {
  const say = useWords()
  const known = new Map(useModels().data?.map(({ id, name }) => [id, name]))
  const most = Math.max(1, ...facts.models.map(use => use.generations))
  return (
    <>
      <h3 className={styles.heading}>{say('models')}</h3>
      {facts.models.length === 0 && <p className={styles.none}>{say('no_models')}</p>}
      <ul className={styles.models}>
        {facts.models.map(({ model, generations, images }) => (
          <li key={model}>
            <span className={styles.model} title={model}>
              {modelName(model, known)}
            </span>
            <span aria-hidden className={styles.count}>
              {say('of', { images, count: generations })}
            </span>
            <span className="visually-hidden">{say('of_words', { images, count: generations })}</span>
            <span className={styles.bar} style={{ width: `${(100 * generations) / most}%` }} />
          </li>
        ))}
      </ul>
    </>
  )
}
