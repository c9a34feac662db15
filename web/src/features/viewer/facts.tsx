// What is known of the picture in view, and what can be done with it.
import { IconArrowBackUp, IconCopy } from '@tabler/icons-react'
import { thumbUrl } from '@/shared/api/addresses'
import { useModels } from '@/shared/api/reads'
import { ask } from '@/shared/lib/asks'
import { costOf, isCostUnknown, modelName, otherOptions, tookSeconds } from '@/shared/lib/batches'
import { copyText } from '@/shared/lib/copy'
import type { Shown } from '@/shared/lib/pictures'
import { fullTime } from '@/shared/lib/time'
import over from '@/shared/ui/overlay.module.css'
import { toast, toastProblem } from '@/shared/ui/toast'
import { Fact, File } from './fact'
import css from './viewer.module.css'
import { useWords } from './words'

interface Props {
  shown: Shown
  /** Called once the composer takes it. */
  onUsed: () => void
}

export function Facts({ shown: { image, generation, batch }, onUsed }: Props) {
  const t = useWords()
  const models = useModels().data ?? []
  const names = new Map(models.map(({ id, name }) => [id, name]))
  const seconds = tookSeconds(generation)
  const { negative } = batch.options
  const tags = image.tags ?? []
  const rating = image.rating ?? 0

  const copy = async (words: string) => {
    if (await copyText(words)) toast(t('copied'))
    else toastProblem(new Error(t('notCopied')))
  }
  return (
    <aside className={`${over.facts} ${css.facts}`} aria-label={t('facts')}>
      <div className={css.acts}>
        <button
          type="button"
          aria-haspopup="dialog"
          title={`${t('useAgain')} (A)`}
          onClick={event =>
            ask('reuse', { kind: 'image', id: image.id, anchor: event.currentTarget, onTaken: onUsed })
          }
        >
          <IconArrowBackUp size={16} aria-hidden />
          {t('useAgain')}
        </button>
        <button type="button" onClick={() => void copy(batch.prompt)}>
          <IconCopy size={16} aria-hidden />
          {t('copyPrompt')}
        </button>
      </div>
      <h2>{t('prompt')}</h2>
      <p className={css.prompt} dir="auto">
        {batch.prompt}
      </p>
      <h2>
        {t('tags')}
        <button
          type="button"
          className={css.change}
          onClick={() => ask('tag', { imageIds: [image.id] })}
          aria-label={`${t('tags')}: ${t(tags.length ? 'changeTags' : 'addTag')}`}
        >
          {t(tags.length ? 'changeTags' : 'addTag')}
        </button>
      </h2>
      {tags.length > 0 && (
        <ul className={css.tags}>
          {tags.map(tag => (
            <li key={tag} dir="auto">
              {tag}
            </li>
          ))}
        </ul>
      )}
      {batch.references.length > 0 && (
        <>
          <h2>{t('references')}</h2>
          <ul className={css.references}>
            {batch.references.map(({ image_id }, at) => (
              <li key={image_id}>
                <img src={thumbUrl(image_id, 320)} alt={t('reference', { at: at + 1 })} loading="lazy" />
              </li>
            ))}
          </ul>
        </>
      )}
      {generation.notices.length > 0 && (
        <>
          <h2>{t('notes')}</h2>
          <ul className={css.notes}>
            {generation.notices.map(notice => (
              <li key={notice} dir="auto">
                {notice}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('settings')}</h2>
      <dl>
        {rating > 0 && <Fact name={t('rating')}>{t('stars', { rating })}</Fact>}
        <Fact name={t('model')}>{modelName(generation.model, names)}</Fact>
        <Fact name={t('ratio')}>{`${batch.ratio} · ${image.width} × ${image.height}`}</Fact>
        {generation.seed !== null && (
          <Fact name={t('seed')}>
            {generation.seed}
            <button
              type="button"
              className={css.copy}
              aria-label={t('copySeed')}
              title={t('copySeed')}
              onClick={() => void copy(String(generation.seed))}
            >
              <IconCopy size={14} aria-hidden />
            </button>
          </Fact>
        )}
        {typeof negative === 'string' && negative && (
          <Fact name={t('without')}>
            <span dir="auto">{negative}</span>
          </Fact>
        )}
        {otherOptions(batch).map(({ name, value }) => (
          <Fact key={name} name={name.charAt(0).toUpperCase() + name.slice(1)}>
            <span dir="auto">{value}</span>
          </Fact>
        ))}
        {seconds && <Fact name={t('time')}>{t('seconds', { seconds })}</Fact>}
        <Fact name={t('cost')}>
          {costOf(generation) ?? t(isCostUnknown(generation) ? 'cost_unknown' : 'free')}
        </Fact>
        <File image={image} />
        <Fact name={t('made')}>{fullTime(generation.finished_at ?? batch.created_at)}</Fact>
      </dl>
    </aside>
  )
}
