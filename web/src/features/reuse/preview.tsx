// What using something again would change, field by field, before it is done.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useState } from 'react'
import { problemOf } from '@/shared/api/problem'
import { useModels } from '@/shared/api/reads'
import { reuseQuery } from '@/shared/api/reuse'
import type { Reuse } from '@/shared/api/types'
import type { Part, Reused } from '@/shared/lib/asks'
import { changes, lostOf, PARTS, taken } from '@/shared/lib/reuse'
import { ChangeLine } from './change-line'
import css from './reuse.module.css'
import { composed } from './take'
import { useWords } from './words'

interface Props {
  reused: Reused
  onClose: () => void
  onTake: (reuse: Reuse, part: Part) => void
}

export function Preview({ reused, onClose, onTake }: Props) {
  const t = useWords()
  const name = useId()
  const [part, setPart] = useState<Part>('all')
  const { data: reuse, error, isFetching, refetch } = useQuery(reuseQuery(reused))
  const [pressed, setPressed] = useState(false)
  // A press that came before what it takes was known is kept, not lost.
  useEffect(() => {
    if (pressed && reuse) onTake(reuse, part)
    if (pressed && !isFetching) setPressed(false)
  }, [pressed, reuse, isFetching, part, onTake])
  return (
    <form
      className={css.form}
      onSubmit={event => {
        event.preventDefault()
        setPressed(true)
      }}
    >
      <fieldset className={css.parts}>
        <legend className="visually-hidden">{t('what')}</legend>
        {PARTS.map(each => (
          <label key={each} className={css.part}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={each === part}
              data-autofocus={each === 'all' || undefined}
              onChange={() => setPart(each)}
            />
            {t(each)}
          </label>
        ))}
      </fieldset>
      <div className={css.told} aria-live="polite" aria-busy={isFetching}>
        {reuse ? (
          <Told reuse={reuse} part={part} />
        ) : error && !isFetching ? (
          <p role="alert" className={css.problem}>
            {problemOf(error).detail}{' '}
            <button type="button" className={css.plain} onClick={() => void refetch()}>
              {t('again')}
            </button>
          </p>
        ) : (
          <p className={css.soft}>{t('loading')}</p>
        )}
      </div>
      <footer className={css.foot}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={pressed} disabled={!reuse && !isFetching}>
          {t(`apply_${part}`)}
          <kbd className={css.key} aria-hidden>
            ⏎
          </kbd>
        </Button>
      </footer>
    </form>
  )
}

function Told({ reuse, part }: { reuse: Reuse; part: Part }) {
  const t = useWords()
  const models = useModels().data
  const names = useMemo(() => new Map((models ?? []).map(({ id, name }) => [id, name])), [models])
  const found = useMemo(() => {
    const now = composed()
    return now && changes(now, taken(now, reuse, part))
  }, [reuse, part])
  const lost = lostOf(reuse.missing, part)
  if (!found) return <p className={css.soft}>{t('noComposer')}</p>
  return (
    <>
      {found.length > 0 ? (
        <dl className={css.changes} aria-label={t('changes')}>
          {found.map(change => (
            <ChangeLine
              key={change.field === 'option' ? `option ${change.name}` : change.field}
              change={change}
              names={names}
            />
          ))}
        </dl>
      ) : (
        <p className={css.soft}>{t(lost.length ? 'onlyLost' : 'nothing')}</p>
      )}
      {lost.length > 0 && (
        <section className={css.lost}>
          <h3>
            <IconAlertTriangle size={15} aria-hidden />
            {t('lost')}
          </h3>
          <ul>
            {lost.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
