// What a blind comparison asks, and afterwards what was chosen and which models win.
import { useModelWins } from '@/shared/api/comparisons'
import { modelName } from '@/shared/lib/batches'
import css from './compare.module.css'
import type { BlindState } from './use-blind'
import { useWords } from './words'

interface Props {
  blind: BlindState
  names: ReadonlyMap<string, string>
  /** What was chosen, in words. */
  winner: string | null
  count: number
}

export function Blind({ blind, names, winner, count }: Props) {
  const t = useWords()
  const wins = useModelWins(blind.sessionId, blind.record === 'kept').data ?? []
  return (
    <section className={css.blind} aria-label={t('blind')}>
      <p role="status">{winner === null ? t('blindAsk') : t('chosen', { name: winner })}</p>
      {winner === null ? (
        <span className={css.picks}>
          {Array.from({ length: count }, (_, at) => at + 1).map(at => (
            <button
              key={at}
              type="button"
              aria-label={t('win', { name: t('picture', { at }) })}
              onClick={() => blind.choose(at - 1)}
            >
              {at}
            </button>
          ))}
        </span>
      ) : (
        <span className={css.picks}>
          <button type="button" onClick={blind.begin}>
            {t('blindAgain')}
          </button>
          {blind.record === 'failed' && (
            <button type="button" onClick={blind.sendAgain}>
              {t('notKept')} {t('keepAgain')}
            </button>
          )}
        </span>
      )}
      {winner !== null && wins.length > 0 && (
        <dl className={css.wins} aria-label={t('wins')}>
          {[...wins]
            .sort((one, other) => other.won / other.shown - one.won / one.shown)
            .map(({ model, won, shown }) => (
              <div key={model}>
                <dt>{modelName(model, names)}</dt>
                <dd>{t('winsOf', { won, shown })}</dd>
              </div>
            ))}
        </dl>
      )}
    </section>
  )
}
