// What differs in how the pictures were made; what is the same on demand.
import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { Comparison } from '@/shared/api/comparisons'
import { modelName } from '@/shared/lib/batches'
import over from '@/shared/ui/overlay.module.css'
import { WordDiff } from '@/shared/ui/word-diff'
import css from './compare.module.css'
import { inOrder, valueWords } from './told'
import { useWords } from './words'

interface Props {
  comparison: Comparison
  /** The ids in the order in which the pictures are shown. */
  order: readonly string[]
  names: ReadonlyMap<string, string>
}

export function Differences({ comparison, order, names }: Props) {
  const t = useWords()
  const [all, setAll] = useState(false)
  const { fields, prompts, samePrompt } = inOrder(comparison, order)
  const shown = fields.filter(({ same }) => all || !same)
  const tell = (field: string, value: unknown) =>
    field === 'model' && typeof value === 'string' ? modelName(value, names) : valueWords(value, t)
  return (
    <aside className={`${over.facts} ${css.facts}`} aria-label={t('differences')}>
      <h2>{t('differences')}</h2>
      <Switch
        size="sm"
        label={t('all')}
        checked={all}
        onChange={event => setAll(event.currentTarget.checked)}
      />
      {samePrompt && shown.length === 0 && <p className={css.soft}>{t('same')}</p>}
      {(all || !samePrompt) && (
        <section>
          <h3>{t('prompt')}</h3>
          <ol className={css.prompts}>
            {prompts.slice(0, samePrompt ? 1 : undefined).map(({ id, pieces }) => (
              <li key={id} dir="auto">
                <WordDiff pieces={pieces} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {shown.map(({ field, words, values, same }) => (
        <section key={field}>
          <h3>{words}</h3>
          <ol className={css.values}>
            {values.slice(0, same ? 1 : undefined).map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a value belongs to its place
              <li key={at} dir="auto" data-same={same || undefined}>
                {tell(field, value)}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </aside>
  )
}
