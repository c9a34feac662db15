// A picture over its session: large, with its facts beside it, and its neighbours an arrow away.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMade } from '@/shared/api/ancestry'
import type { Filters } from '@/shared/api/filters'
import { useOrganise } from '@/shared/api/organise'
import { useBatches } from '@/shared/api/reads'
import { ask } from '@/shared/lib/asks'
import { isInFront } from '@/shared/lib/in-front'
import { neighbours, picturesIn, picturesOf, type Shown } from '@/shared/lib/pictures'
import { Filmstrip } from '@/shared/ui/filmstrip'
import { JudgeBar } from '@/shared/ui/judge-bar'
import { Nothing, Overlay } from '@/shared/ui/overlay'
import over from '@/shared/ui/overlay.module.css'
import { Bar } from './bar'
import { BroughtFacts } from './brought-facts'
import { Facts } from './facts'
import { Grow, useGrowing } from './grow'
import { Path } from './path'
import { Stage, type Zoom } from './stage'
import { useViewerGestures } from './use-viewer-gestures'
import css from './viewer.module.css'
import { useWords } from './words'

interface Props {
  sessionId: string
  /** What of the session the view beneath shows. */
  filters: Filters
  imageId: string
  onClose: () => void
  onOpenImage: (imageId: string) => void
  /** To a picture that it grew out of, which may lie in another session. */
  onWalk: (imageId: string, sessionId: string) => void
}

const AHEAD = 4

/** Shows one picture of a session; pages of the history are loaded until it and its neighbours are known. */
export default function Viewer({ sessionId, filters, imageId, onClose, onOpenImage, onWalk }: Props) {
  const t = useWords()
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage } = useBatches(sessionId)
  const pictures = useMemo(
    () => picturesIn(picturesOf(data?.pages.flatMap(page => page.items) ?? []), filters, [imageId]),
    [data, filters, imageId],
  )
  const { index, before, after } = neighbours(pictures, imageId)
  const unlisted = index < 0
  // Far down a long history the picture itself is here long before the pages between are.
  const alone = useMade(imageId, unlisted && data !== undefined).data
  const shown: Shown | undefined =
    pictures[index] ?? (alone?.batch && alone.image.session_id === sessionId ? alone : undefined)
  const brought = unlisted && alone && !alone.batch ? alone.image : null
  const image = shown?.image ?? brought
  const missing = unlisted && !brought
  const zoom = useRef<Zoom>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [facts, setFacts] = useState(() => matchMedia('(min-width: 56em)').matches)

  useEffect(() => {
    if (!hasNextPage || isFetchingNextPage || isError) return
    if (missing || index >= pictures.length - AHEAD) void fetchNextPage()
  }, [missing, index, pictures.length, hasNextPage, isFetchingNextPage, isError, fetchNextPage])

  const close = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen()
    onClose()
    // After the dialog has given back the focus: the tile of the picture that was seen last gets it.
    setTimeout(() => ask('tile', { imageId }), 50)
  }, [onClose, imageId])
  const fullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void frame.current?.requestFullscreen?.().catch(() => undefined)
  }
  const { mutate: organise } = useOrganise()
  const trash = () => {
    if (!shown) return
    const next = after ?? before
    if (next) onOpenImage(next.image.id)
    else onClose()
    organise({ act: 'trash', ids: [shown.image.id] })
  }
  const growing = useGrowing(close)
  const other = after ?? before
  const compare =
    shown && other ? () => ask('compare', { sessionId, imageIds: [shown.image.id, other.image.id] }) : null
  useViewerGestures({
    ...{ shown, image, before, after, zoom, growing, onOpenImage },
    isInFront: () => isInFront(frame.current),
    onCompare: compare,
    onFullScreen: fullScreen,
    onFacts: () => setFacts(open => !open),
    onTrash: trash,
    onUsed: close,
  })

  return (
    <Overlay label={t('viewer')} frame={frame} facts={facts && image !== null} onClose={close}>
      <Bar
        place={
          index >= 0 ? t(hasNextPage ? 'placeMore' : 'place', { at: index + 1, count: pictures.length }) : ''
        }
        zoom={image ? zoom : null}
        facts={facts}
        image={image}
        isMade={shown !== undefined}
        sessionId={sessionId}
        onTrash={trash}
        onUsed={close}
        onFacts={() => setFacts(open => !open)}
        onFullScreen={fullScreen}
        onClose={close}
      />
      {image ? (
        <>
          <Stage
            key={image.id}
            ref={zoom}
            image={image}
            alt={
              shown
                ? t('alt', { prompt: shown.batch.prompt.slice(0, 300) })
                : (image.file_name ?? t('brought'))
            }
            onBefore={before ? () => onOpenImage(before.image.id) : null}
            onAfter={after ? () => onOpenImage(after.image.id) : null}
          />
          {facts && (shown ? <Facts shown={shown} onUsed={close} /> : <BroughtFacts image={image} />)}
          <footer className={over.foot}>
            <Path imageId={image.id} sessionId={sessionId} onWalk={onWalk} />
            <div className={css.hands}>
              {shown && <JudgeBar image={image} />}
              <Grow imageId={image.id} isMade={shown !== undefined} growing={growing} onCompare={compare} />
            </div>
            {pictures.length > 1 && (
              <div className={css.strip}>
                <Filmstrip
                  words={t('strip')}
                  nameOf={(one, at) => t('thumb', { at: at + 1, prompt: one.batch.prompt.slice(0, 120) })}
                  pictures={pictures}
                  currentId={imageId}
                  onChoose={onOpenImage}
                />
              </div>
            )}
          </footer>
        </>
      ) : (
        <Nothing>
          {hasNextPage || !data ? (
            <p>{isError ? t('broken') : t('searching')}</p>
          ) : (
            <>
              <h2>{t('gone')}</h2>
              <p>{t('goneWords')}</p>
            </>
          )}
        </Nothing>
      )}
    </Overlay>
  )
}
