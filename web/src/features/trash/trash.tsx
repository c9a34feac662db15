// The trash: what lies in it, how big it is, when it goes, and the ways back and out.
import { Button, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconTrashX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useOrganise, useTrash } from '@/shared/api/organise'
import { problemOf } from '@/shared/api/problem'
import type { TrashItem } from '@/shared/api/types'
import { sizeWords } from '@/shared/lib/sizes'
import { shortAge } from '@/shared/lib/time'
import { usePicked } from '@/shared/lib/use-picked'
import { Message } from '@/shared/ui/message'
import { ShelfRow, shelf } from '@/shared/ui/shelf'
import { Tool } from '@/shared/ui/tool'
import { type Asked, Sure } from './sure'
import { useWords } from './words'

const DAY = 86_400_000

export default function Trash() {
  const say = useWords()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTrash()
  const organise = useOrganise()
  const [asked, setAsked] = useState<Asked | null>(null)
  const items = useMemo(() => data?.pages.flatMap(page => page.items) ?? [], [data])
  const order = useMemo(() => items.map(item => item.id), [items])
  const picked = usePicked(order)
  const totals = data?.pages[0]
  const now = Date.now()
  const nameOf = (item: TrashItem) => item.name || say('picture')
  const restore = (ids: string[]) => organise.mutate({ act: 'restore', ids })
  const destroy = (some: TrashItem[]) =>
    setAsked({
      ids: some.map(item => item.id),
      count: some.length,
      name: some[0] && some.length === 1 ? nameOf(some[0]) : null,
      bytes: some.reduce((sum, item) => sum + item.bytes, 0),
    })

  if (!data && error) {
    return (
      <Message main title={say('failed')} words={problemOf(error).detail}>
        <Button variant="default" onClick={() => void refetch()}>
          {say('again')}
        </Button>
      </Message>
    )
  }
  if (!data || !totals) return <Bones />
  if (items.length === 0) return <Message main title={say('empty_title')} words={say('empty_words')} />
  const chosen = items.filter(item => picked.ids.has(item.id))
  return (
    <div className={shelf.page}>
      <div className={shelf.head}>
        <p className={shelf.told}>
          {totals.retention_days === null
            ? say('kept_always')
            : say('kept', { count: totals.retention_days })}{' '}
          {say('holds', { count: totals.count, size: sizeWords(totals.bytes) })}
        </p>
        <Button
          variant="default"
          leftSection={<IconTrashX size={16} />}
          onClick={() => setAsked({ ids: null, count: totals.count, name: null, bytes: totals.bytes })}
        >
          {say('empty_act')}
        </Button>
      </div>
      <div className={shelf.bar}>
        <span className={shelf.count} role="status">
          {chosen.length > 0 && say('picked', { count: chosen.length })}
        </span>
        {chosen.length > 0 && (
          <>
            <Button size="compact-md" variant="default" onClick={() => restore([...picked.ids])}>
              {say('restore')}
            </Button>
            <Button size="compact-md" variant="default" c="var(--bad)" onClick={() => destroy(chosen)}>
              {say('delete')}
            </Button>
          </>
        )}
        <Button
          size="compact-md"
          variant="subtle"
          color="gray"
          onClick={chosen.length === items.length ? picked.clear : picked.all}
        >
          {say(chosen.length === items.length ? 'pick_none' : hasNextPage ? 'pick_shown' : 'pick_all')}
        </Button>
      </div>
      <ul className={shelf.list} aria-label={say('title')}>
        {items.map(item => (
          <ShelfRow
            key={item.id}
            kind={item.kind}
            name={nameOf(item)}
            label={say('pick', { name: nameOf(item) })}
            path={item.path.join(' / ')}
            facts={factsOf(say, item)}
            aside={leaves(say, item, now)}
            cover={item.cover}
            picked={picked.ids.has(item.id)}
            onPick={range => picked.toggle(item.id, range)}
          >
            <Tool
              size="xl"
              words={say('restore_name', { name: nameOf(item) })}
              onClick={() => restore([item.id])}
            >
              <IconArrowBackUp size={18} stroke={1.6} />
            </Tool>
            <Tool
              size="xl"
              words={say('delete_name', { name: nameOf(item) })}
              onClick={() => destroy([item])}
            >
              <IconTrashX size={18} stroke={1.6} />
            </Tool>
          </ShelfRow>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      )}
      {asked && <Sure asked={asked} before={now} onClose={() => setAsked(null)} onDone={picked.clear} />}
    </div>
  )
}

function factsOf(say: ReturnType<typeof useWords>, item: TrashItem): string {
  const facts: string[] = []
  if (item.kind === 'folder') facts.push(say('sessions', { count: item.sessions }))
  if (item.kind !== 'image') facts.push(say('images', { count: item.images }))
  facts.push(sizeWords(item.bytes))
  return facts.join(' · ')
}

function leaves(say: ReturnType<typeof useWords>, item: TrashItem, now: number): string {
  if (item.purge_at === null) return say('stays', { age: shortAge(item.trashed_at, now) })
  const days = Math.ceil((item.purge_at - now) / DAY)
  return days < 1 ? say('goes_now') : say('goes', { count: days })
}

function Bones() {
  return (
    <div className={shelf.page}>
      {[0, 1, 2, 3].map(row => (
        <Skeleton key={row} height={48} my={8} radius="md" />
      ))}
    </div>
  )
}
