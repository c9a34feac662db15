// One press of Generate in the timeline: its prompt, what it asked for, and its tiles.
import { IconArrowBackUp, IconCopy, IconPlayerStop } from '@tabler/icons-react'
import { memo, useId, useMemo } from 'react'
import { useCancelBatch } from '@/shared/api/acts'
import type { Batch } from '@/shared/api/types'
import { ago } from '@/shared/lib/ago'
import { ask } from '@/shared/lib/asks'
import { batchCosts, batchSeconds, isRunning, modelName, otherOptions, sizeOf } from '@/shared/lib/batches'
import { copyText } from '@/shared/lib/copy'
import { fullTime } from '@/shared/lib/time'
import { Clamped } from '@/shared/ui/clamped'
import { toast, toastProblem } from '@/shared/ui/toast'
import { BatchMenu } from './batch-menu'
import css from './history.module.css'
import { layOut } from './layout'
import { References } from './references'
import { Tile } from './tile'
import { useWords } from './words'

interface Props {
  batch: Batch
  names: ReadonlyMap<string, string>
  width: number
  now: number
  sessionId: string
  /** Its place in the timeline. */
  index: number
  /** The generation that Tab lands on, when it is one of this batch's. */
  active: string | null
  wanted: string | null
  onFocus: (index: number, id: string) => void
  onOpen: (imageId: string) => void
  onTrash: (generationId: string, index: number, ids: string[]) => void
}

export const BatchView = memo(function BatchView(props: Props) {
  const { batch, names, width, now, sessionId, index, active, wanted, onFocus, onOpen, onTrash } = props
  const t = useWords()
  const id = useId()
  const { mutate: cancel, isPending } = useCancelBatch()
  const tiles = useMemo(
    () => [...batch.generations].sort((a, b) => a.position - b.position),
    [batch.generations],
  )
  const { places, height } = useMemo(() => layOut(tiles.map(sizeOf), width), [tiles, width])
  const { seed, negative } = batch.options
  const seconds = batchSeconds(batch)
  const facts = [...batchCosts(batch), seconds && t('seconds', { seconds })].filter(Boolean).join(' · ')

  const copy = async () => {
    if (await copyText(batch.prompt)) toast(t('copied'))
    else toastProblem(new Error(t('notCopied')))
  }
  const firstNoted = tiles.find(({ notices }) => notices.length > 0)
  return (
    <article className={css.batch} aria-labelledby={id}>
      <header className={css.head}>
        <Clamped className={css.prompt} lines={2} words={batch.prompt} width={width}>
          {shown => (
            <h2 id={id} dir="auto">
              {shown}
            </h2>
          )}
        </Clamped>
        <div className={css.acts}>
          {tiles.some(isRunning) && (
            <button
              type="button"
              className={css.act}
              title={t('cancelAll')}
              disabled={isPending}
              onClick={() => cancel(batch.id, { onError: toastProblem })}
            >
              <IconPlayerStop size={16} aria-hidden />
              <span>{t('cancel')}</span>
            </button>
          )}
          <button
            type="button"
            className={css.act}
            aria-haspopup="dialog"
            onClick={event => ask('reuse', { kind: 'batch', id: batch.id, anchor: event.currentTarget })}
          >
            <IconArrowBackUp size={16} aria-hidden />
            <span>{t('useAgain')}</span>
          </button>
          <button
            type="button"
            className={css.act}
            aria-label={t('copy')}
            title={t('copy')}
            onClick={() => void copy()}
          >
            <IconCopy size={16} aria-hidden />
          </button>
          <BatchMenu
            batch={batch}
            sessionId={sessionId}
            onTrash={ids => onTrash(tiles.at(-1)?.id ?? '', index, ids)}
          />
        </div>
        <div className={css.chips}>
          {batch.models.map(model => (
            <span key={model}>{modelName(model, names)}</span>
          ))}
          <span>{batch.ratio}</span>
          {typeof seed === 'number' && <span>{t('seed', { seed })}</span>}
          {otherOptions(batch).map(({ name, value }) => (
            <span key={name} dir="auto">{`${name}: ${value}`}</span>
          ))}
          {typeof negative === 'string' && negative && (
            <span dir="auto">{t('negative', { words: negative })}</span>
          )}
          <References references={batch.references} />
          {facts && <span className={css.told}>{facts}</span>}
          <time
            className={css.time}
            dateTime={new Date(batch.created_at).toISOString()}
            title={fullTime(batch.created_at)}
          >
            {ago(batch.created_at, now)}
          </time>
        </div>
      </header>
      <ul className={css.tiles} style={{ height }}>
        {tiles.map((generation, at) => {
          const place = places[at]
          return (
            place && (
              <Tile
                key={generation.id}
                generation={generation}
                model={modelName(generation.model, names)}
                place={place}
                isFirstNoted={generation === firstNoted}
                active={active === generation.id}
                wanted={wanted === generation.id}
                index={index}
                onFocus={onFocus}
                onOpen={onOpen}
                onTrash={onTrash}
              />
            )
          )
        })}
      </ul>
    </article>
  )
})
