// What an empty session shows: prompts to begin with.
import { ask } from '@/shared/lib/asks'
import css from './history.module.css'
import { EXAMPLES, useWords } from './words'

export function Empty() {
  const t = useWords()
  return (
    <div className={css.empty}>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyWords')}</p>
      <Examples />
    </div>
  )
}

/** What is shown where filters leave nothing. */
export function Nothing({ onClear }: { onClear: () => void }) {
  const t = useWords()
  return (
    <div className={css.empty}>
      <h2>{t('noneTitle')}</h2>
      <p>{t('noneWords')}</p>
      <button type="button" className={css.button} onClick={onClear}>
        {t('clearFilters')}
      </button>
    </div>
  )
}

/** Prompts that fill the composer. */
export function Examples() {
  return (
    <ul className={css.examples}>
      {EXAMPLES.map(prompt => (
        <li key={prompt}>
          <button type="button" onClick={() => ask('fill', { draft: { prompt }, gone: [] })}>
            {prompt}
          </button>
        </li>
      ))}
    </ul>
  )
}
