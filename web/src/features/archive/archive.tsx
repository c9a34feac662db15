// The archive: what was put aside, a way to open it, and the ways back and on to the trash.
import { Button, Skeleton } from '@mantine/core'
import { IconArchiveOff, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { problemOf } from '@/shared/api/problem'
import { useSidebar } from '@/shared/api/reads'
import { ask } from '@/shared/lib/asks'
import { usePicked } from '@/shared/lib/use-picked'
import { Message } from '@/shared/ui/message'
import { ShelfRow, shelf } from '@/shared/ui/shelf'
import { Tool } from '@/shared/ui/tool'
import { type Archived, listArchived } from './archived'
import { useWords } from './words'

interface Props {
  onOpen: (sessionId: string) => void
}

export default function Archive({ onOpen }: Props) {
  const say = useWords()
  const { data, error, refetch } = useSidebar()
  const organise = useOrganise()
  const found = useMemo(() => (data ? listArchived(data) : []), [data])
  const order = useMemo(() => found.map(({ row }) => row.id), [found])
  const picked = usePicked(order)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const takeOut = (ids: string[]) => organise.mutate({ act: 'unarchive', ids })

  if (!data && error) {
    return (
      <Message main title={say('failed')} words={problemOf(error).detail}>
        <Button variant="default" onClick={() => void refetch()}>
          {say('again')}
        </Button>
      </Message>
    )
  }
  if (!data) return <Skeleton height={48} my={8} radius="md" />
  if (found.length === 0) return <Message main title={say('empty_title')} words={say('empty_words')} />
  const all = picked.ids.size === found.length
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <div className={shelf.page}>
      <div className={shelf.head}>
        <p className={shelf.told}>{say('told')}</p>
      </div>
      <div className={shelf.bar}>
        <span className={shelf.count} role="status">
          {picked.ids.size > 0 && say('picked', { count: picked.ids.size })}
        </span>
        {picked.ids.size > 0 && (
          <>
            <Button size="compact-md" variant="default" onClick={() => takeOut([...picked.ids])}>
              {say('unarchive')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => ask('trash', { ids: [...picked.ids] })}
            >
              {say('trash')}
            </Button>
          </>
        )}
        <Button size="compact-md" variant="subtle" color="gray" onClick={all ? picked.clear : picked.all}>
          {say(all ? 'pick_none' : 'pick_all')}
        </Button>
      </div>
      <ul className={shelf.list} aria-label={say('title')}>
        {found.map(one => (
          <Row
            key={one.row.id}
            one={one}
            open={open.has(one.row.id)}
            picked={picked.ids.has(one.row.id)}
            onPick={range => picked.toggle(one.row.id, range)}
            onToggle={() => toggle(one.row.id)}
            onOpen={onOpen}
            onTakeOut={() => takeOut([one.row.id])}
          />
        ))}
      </ul>
    </div>
  )
}

interface RowProps {
  one: Archived
  open: boolean
  picked: boolean
  onPick: (range: boolean) => void
  onToggle: () => void
  onOpen: (sessionId: string) => void
  onTakeOut: () => void
}

function Row({ one: { row, path, inside }, open, picked, onPick, onToggle, onOpen, onTakeOut }: RowProps) {
  const say = useWords()
  const isFolder = 'parent_id' in row
  const { name } = row
  const images = isFolder ? inside.reduce((sum, session) => sum + session.images, 0) : row.images
  const facts = [
    ...(isFolder ? [say('sessions', { count: inside.length })] : []),
    say('images', { count: images }),
  ]
  return (
    <>
      <ShelfRow
        kind={isFolder ? 'folder' : 'session'}
        name={isFolder ? name : <SessionLink id={row.id} name={name} onOpen={onOpen} />}
        label={say('pick', { name })}
        path={path}
        facts={facts.join(' · ')}
        aside=""
        cover={isFolder ? null : row.cover}
        emoji={row.emoji}
        picked={picked}
        onPick={onPick}
      >
        {isFolder && inside.length > 0 && (
          <Tool size="xl" words={say('contents_name', { name })} aria-expanded={open} onClick={onToggle}>
            <IconChevronDown size={18} stroke={1.6} style={open ? { rotate: '180deg' } : undefined} />
          </Tool>
        )}
        <Tool size="xl" words={say('unarchive_name', { name })} onClick={onTakeOut}>
          <IconArchiveOff size={18} stroke={1.6} />
        </Tool>
        <Tool size="xl" words={say('trash_name', { name })} onClick={() => ask('trash', { ids: [row.id] })}>
          <IconTrash size={18} stroke={1.6} />
        </Tool>
      </ShelfRow>
      {open && inside.length > 0 && (
        <li>
          <ul className={shelf.inner}>
            {inside.map(session => (
              <li key={session.id}>
                <SessionLink id={session.id} name={session.name} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </li>
      )}
    </>
  )
}

function SessionLink({ id, name, onOpen }: { id: string; name: string; onOpen: (id: string) => void }) {
  return (
    <a
      href={`/s/${id}`}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        onOpen(id)
      }}
    >
      <bdi>{name}</bdi>
    </a>
  )
}
