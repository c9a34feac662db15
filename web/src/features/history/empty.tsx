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
