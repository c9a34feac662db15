// One generation as a tile: from Queued over previews to the picture, or to what went wrong.
import { Tooltip } from '@mantine/core'
import { IconNote, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from 'react'
import { useCancelGeneration } from '@/shared/api/acts'
import { previewUrl, thumbUrl } from '@/shared/api/addresses'
import { usePreview } from '@/shared/api/reads'
import type { Generation } from '@/shared/api/types'
import { costOf, isRunning, thumbWidth, tookSeconds } from '@/shared/lib/batches'
import { dragImage } from '@/shared/lib/drag-images'
import { placeholderUrl } from '@/shared/ui/thumb'
import { toastProblem } from '@/shared/ui/toast'
import { Ended } from './ended'
import type { Place } from './layout'
import { Marks, markWords } from './marks'
import css from './tile.module.css'
import { TileMenu } from './tile-menu'
import { useWords } from './words'

interface Props {
  generation: Generation
  model: string
  place: Place
  /** Whether its notes are seen without pointing at it: those of a batch are mostly the same. */
  isFirstNoted: boolean
  /** Whether Tab lands here. */
  active: boolean
  /** Take the focus once this is on the page. */
  wanted: boolean
  /** The place of its batch in the timeline. */
  index: number
  onFocus: (index: number, id: string) => void
  onOpen: (imageId: string) => void
  onTrash: (generationId: string, index: number, ids: string[]) => void
}

export const Tile = memo(function Tile(props: Props) {
  const { generation, model, place, isFirstNoted, active, wanted, index, onFocus, onOpen, onTrash } = props
  const t = useWords()
  const id = useId()
  const main = useRef<HTMLElement>(null)
  const { image, status, notices } = generation
  const number = generation.position + 1
  const seconds = tookSeconds(generation)
  const reason = reasonOf(generation, t)
  const facts = [model, seconds && t('seconds', { seconds }), costOf(generation)].filter(Boolean).join(' · ')

  useEffect(() => {
    if (wanted && document.activeElement !== main.current) main.current?.focus()
  }, [wanted])

  const common = {
    ref: main as never,
    'data-generation': generation.id,
    'aria-describedby': notices.length ? `${id}notices` : undefined,
  }
  return (
    <li
      className={css.tile}
      style={{
        width: place.width,
        height: place.height,
        transform: `translate(${place.left}px, ${place.top}px)`,
      }}
      data-status={status}
      data-noted={notices.length > 0 || undefined}
      onFocus={() => onFocus(index, generation.id)}
      data-rejected={image?.verdict === 'rejected' || undefined}
    >
      {image ? (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: Firefox lets no button be dragged */}
          <div
            role="button"
            tabIndex={active ? 0 : -1}
            className={css.open}
            aria-label={[t('open', { place: number, model }), facts, markWords(image, t)]
              .filter(Boolean)
              .join('. ')}
            draggable
            onDragStart={event => dragImage(event, image, generation.session_id)}
            onClick={() => onOpen(image.id)}
            onKeyDown={event => pressAsButton(event, () => onOpen(image.id))}
            {...common}
          >
            <Picture generation={generation} width={place.width} />
            <Marks image={image} />
            <span className={css.facts}>{facts}</span>
          </div>
          <TileMenu
            image={image}
            sessionId={generation.session_id}
            active={active}
            onTrash={() => onTrash(generation.id, index, [image.id])}
          />
        </>
      ) : (
        <Tooltip multiline maw={300} label={reason} disabled={!reason} openDelay={600} events={SHOWN}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; the arrows walk over every tile */}
          <div
            className={css.still}
            role="group"
            tabIndex={active ? 0 : -1}
            aria-label={[t('tile', { place: number, model, status: t(status) }), reason]
              .filter(Boolean)
              .join('. ')}
            {...common}
          >
            {isRunning(generation) ? (
              <Running generation={generation} active={active} />
            ) : (
              <Ended
                generation={generation}
                reason={reason}
                active={active}
                onDelete={() => onTrash(generation.id, index, [generation.id])}
              />
            )}
            <span className={css.model}>{model}</span>
          </div>
        </Tooltip>
      )}
      {notices.length > 0 && (
        <>
          <Tooltip multiline maw={280} label={notices.join(' ')} openDelay={80} events={SHOWN}>
            <button
              type="button"
              className={css.note}
              data-quiet={!isFirstNoted || undefined}
              tabIndex={active ? 0 : -1}
              aria-label={t('notices', { count: notices.length })}
            >
              <IconNote size={16} aria-hidden />
            </button>
          </Tooltip>
          <span id={`${id}notices`} hidden>
            {notices.join(' ')}
          </span>
        </>
      )}
    </li>
  )
})

function pressAsButton(event: KeyboardEvent, act: () => void): void {
  if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat) return
  if (event.ctrlKey || event.metaKey || event.altKey) return // Ctrl-Enter means Generate
  event.preventDefault()
  act()
}

const SHOWN = { hover: true, focus: true, touch: true }

/** The picture over its blurred placeholder; the last preview stays until it is there. */
function Picture({ generation: { image }, width }: { generation: Generation; width: number }) {
  const t = useWords()
  const [state, setState] = useState<'waiting' | 'shown' | 'broken'>('waiting')
  if (!image) return null
  const blurred = placeholderUrl(image.thumbhash)
  return (
    <>
      {blurred && state !== 'shown' && <img className={css.layer} src={blurred} alt="" />}
      {state === 'broken' ? (
        <span className={css.broken}>{t('brokenPicture')}</span>
      ) : (
        <img
          className={css.layer}
          data-sharp={state === 'shown'}
          src={thumbUrl(image.id, thumbWidth(width, globalThis.devicePixelRatio || 1))}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          ref={known => {
            if (known?.complete && known.naturalWidth && state === 'waiting') setState('shown')
          }}
          onLoad={() => setState('shown')}
          onError={() => setState('broken')}
        />
      )}
    </>
  )
}

function Running({ generation, active }: { generation: Generation; active: boolean }) {
  const t = useWords()
  const preview = usePreview(generation.id)
  const { mutate: cancel, isPending } = useCancelGeneration()
  const stopping = isPending || generation.cancel_requested
  const percent = Math.round(generation.progress * 100)
  const moving = generation.status !== 'queued'
  const waits =
    moving || !generation.stage ? '' : generation.stage.replace(/^./, first => first.toUpperCase())
  return (
    <>
      {preview !== null && (
        <img
          className={css.layer}
          data-sharp="true"
          src={previewUrl(generation.id, preview)}
          alt=""
          onError={event => {
            event.currentTarget.hidden = true
          }}
          onLoad={event => {
            event.currentTarget.hidden = false
          }}
        />
      )}
      <span className={css.state} data-over={preview !== null}>
        <span>{stopping ? t('cancelling') : waits || t(generation.status)}</span>
        {moving && !stopping && <span className={css.percent}>{percent}%</span>}
      </span>
      {!stopping && (
        <button
          type="button"
          className={css.stop}
          tabIndex={active ? 0 : -1}
          aria-label={t('cancel')}
          title={t('cancel')}
          onClick={() => cancel(generation.id, { onError: toastProblem })}
        >
          <IconX size={16} aria-hidden />
        </button>
      )}
      {moving && (
        <span
          className={css.progress}
          role="progressbar"
          aria-label={t('progress', { place: generation.position + 1 })}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span style={{ transform: `scaleX(${generation.progress})` }} />
        </span>
      )}
    </>
  )
}

/** Why there is no picture, in words to act on; empty while there may still be one. */
function reasonOf({ status, problem }: Generation, t: ReturnType<typeof useWords>): string {
  if (status === 'failed') return problem?.words ?? t('noReason')
  if (status === 'interrupted') return problem?.words ?? t('wasInterrupted')
  return ''
}
