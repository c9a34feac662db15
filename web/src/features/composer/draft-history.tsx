// What stood in the composer earlier: each version is put back with a press, and that is undone with a key.
import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { problemOf } from '@/shared/api/problem'
import { useModels } from '@/shared/api/reads'
import { draftsQuery } from '@/shared/api/reuse'
import { ago } from '@/shared/lib/ago'
import { ask } from '@/shared/lib/asks'
import { modelName } from '@/shared/lib/batches'
import { fullTime } from '@/shared/lib/time'
import { contentsOf, type Draft } from './draft'
import css from './draft-history.module.css'
import { useWords } from './draft-history-words'
import { otherThan } from './drafts'

interface Props {
  sessionId: string | null
  onClose: () => void
}

const SHOWN = 300

/** Lies over the button it is placed beside; open as long as it is drawn. */
export default function DraftHistory({ sessionId, onClose }: Props) {
  const t = useWords()
  const { data, error, refetch } = useQuery(draftsQuery(sessionId))
  const models = useModels().data ?? []
  const names = new Map(models.map(({ id, name }) => [id, name]))
  const [now] = useState(() => Date.now())
  const versions = useMemo(() => {
    const present: Draft[] = []
    ask('composed', { tell: draft => present.push(draft) })
    return data && otherThan(data.items, present[0])
  }, [data])
  const restore = (draft: Draft) => {
    const gone = models.length ? draft.models.filter(id => !names.has(id)) : []
    const kept = draft.models.filter(id => !gone.includes(id))
    const { models: _, ...contents } = contentsOf(draft)
    const fill = {
      draft: { ...contents, ...(kept.length > 0 && { models: kept }) },
      gone: gone.map(id => t('modelGone', { model: id })),
      words: t('restored'),
    }
    setTimeout(() => ask('fill', fill)) // after the menu has given its focus back: the prompt has it last
  }
  return (
    <Menu
      opened
      onChange={open => !open && onClose()}
      position="bottom-start"
      width={340}
      withinPortal
      returnFocus={false}
    >
      <Menu.Target>
        <span className={css.anchor} aria-hidden>
          <span className="visually-hidden">{t('title')}</span>
        </span>
      </Menu.Target>
      <Menu.Dropdown className={css.list} aria-label={t('title')}>
        <Menu.Label>{t('title')}</Menu.Label>
        {versions?.map(({ revision, at, draft }) => (
          <Menu.Item key={revision} className={css.version ?? ''} onClick={() => restore(draft)}>
            <span className={css.text} dir="auto">
              {draft.prompt.trim() ? draft.prompt.slice(0, SHOWN) : <em>{t('empty')}</em>}
            </span>
            <span className={css.facts}>
              <time dateTime={new Date(at).toISOString()} title={fullTime(at)}>
                {ago(at, now)}
              </time>
              {` · ${[...draft.models.map(id => modelName(id, names)), draft.ratio].join(' · ')}`}
            </span>
          </Menu.Item>
        ))}
        {versions?.length === 0 && <p className={css.note}>{t('none')}</p>}
        {!data && !error && <p className={css.note}>{t('loading')}</p>}
        {!data && error && (
          <>
            <p className={css.note} role="alert">
              {problemOf(error).detail}
            </p>
            <Menu.Item closeMenuOnClick={false} onClick={() => void refetch()}>
              {t('again')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
