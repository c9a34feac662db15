// Every distinct prompt of a session, last used first: found by words, compared with the one before, used again.
import { Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { problemOf } from '@/shared/api/problem'
import { promptsQuery } from '@/shared/api/prompts'
import { useKept } from '@/shared/lib/kept'
import { Message } from '@/shared/ui/message'
import { List } from './list'
import css from './prompts.module.css'
import { usePromptNews } from './use-prompt-news'
import { useWords } from './words'

interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

const PAUSE = 150

export default function Prompts({ sessionId, onOpenImage }: Props) {
  const t = useWords()
  const field = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLElement>(null)
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), PAUSE)
  const [comparing, setComparing] = useKept('prompts.changes', true)
  const query = useInfiniteQuery({ ...promptsQuery(sessionId, words), placeholderData: keepPreviousData })
  usePromptNews(sessionId)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const lines = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  const total = data?.pages.at(-1)?.total ?? 0
  const bare = data !== undefined && total === 0 && !words && !typed

  const clear = () => {
    setTyped('')
    field.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed) {
      event.preventDefault()
      clear()
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      place.current?.querySelector<HTMLElement>('[data-act="use"]')?.focus()
    }
  }
  if (bare) {
    return (
      <section className={css.prompts} aria-label={t('title')}>
        <Message title={t('emptyTitle')} words={t('emptyWords')} />
      </section>
    )
  }
  return (
    <section ref={place} className={css.prompts} aria-label={t('title')}>
      <div className={css.bar}>
        <div className={css.search}>
          <IconSearch size={16} aria-hidden />
          <input
            ref={field}
            type="search"
            value={typed}
            maxLength={200}
            placeholder={t('search')}
            aria-label={t('search')}
            autoComplete="off"
            spellCheck={false}
            onChange={event => setTyped(event.currentTarget.value)}
            onKeyDown={press}
          />
          {typed && (
            <button type="button" aria-label={t('clear')} title={t('clear')} onClick={clear}>
              <IconX size={15} aria-hidden />
            </button>
          )}
        </div>
        <Switch
          size="sm"
          label={t('changes')}
          title={t('changesHint')}
          checked={comparing}
          onChange={event => setComparing(event.currentTarget.checked)}
        />
        <p className={css.count} role="status">
          {data && t(words ? 'found' : 'count', { count: total })}
        </p>
      </div>
      {!data && error && (
        <Message title={t('failedTitle')} words={problemOf(error).detail}>
          <button type="button" className={css.button} onClick={() => void refetch()}>
            {t('again')}
          </button>
        </Message>
      )}
      {!data && !error && <Bones />}
      {data && total === 0 && (
        <Message title={t('noneTitle', { words: words || typed })} words={t('noneWords')}>
          <button type="button" className={css.button} onClick={clear}>
            {t('clear')}
          </button>
        </Message>
      )}
      {lines.length > 0 && (
        <List
          {...{ sessionId, lines, comparing, onOpenImage }}
          more={hasNextPage && !isFetchingNextPage && !query.isPlaceholderData}
          onEnd={() => void fetchNextPage()}
        />
      )}
      {isFetchingNextPage && (
        <p className={css.reading} role="status">
          {t('reading')}
        </p>
      )}
      {query.isFetchNextPageError && (
        <p className={css.reading} role="alert">
          {problemOf(error).detail}{' '}
          <button type="button" className={css.button} onClick={() => void fetchNextPage()}>
            {t('again')}
          </button>
        </p>
      )}
    </section>
  )
}

function Bones() {
  const t = useWords()
  return (
    <div className={css.bones} role="status" aria-label={t('loading')}>
      {[1, 2, 3, 4].map(row => (
        <span key={row} className={css.bone} />
      ))}
    </div>
  )
}
