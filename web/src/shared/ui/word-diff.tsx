// How a text came of another one, word by word: what is new is marked, what is gone is struck through.
import { Fragment } from 'react'
import { addWords } from '@/shared/i18n/words'
import { readable, type Segment } from '@/shared/lib/word-diff'
import css from './word-diff.module.css'

const { useWords } = addWords('word-diff', { new: 'added: ', gone: 'removed: ' })

/** The pieces one after the other; what holds them says which text it is. */
export function WordDiff({ pieces }: { pieces: readonly Segment[] }) {
  const t = useWords()
  return readable(pieces).map(({ op, text }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
    <Fragment key={at}>
      {op === 'same' && text}
      {op === 'new' && (
        <ins className={css.new}>
          <span className="visually-hidden">{t('new')}</span>
          {text}
        </ins>
      )}
      {op === 'gone' && (
        <del className={css.gone}>
          <span className="visually-hidden">{t('gone')}</span>
          {text}
        </del>
      )}
    </Fragment>
  ))
}
