// The viewer's bar: where one is, zoom, full screen, details, download, close.
import {
  IconDots,
  IconDownload,
  IconInfoCircle,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconX,
  IconZoomReset,
} from '@tabler/icons-react'
import { type ReactNode, type RefObject, useState } from 'react'
import type { Image } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import ImageMenu from '@/shared/ui/image-menu'
import over from '@/shared/ui/overlay.module.css'
import type { Zoom } from './stage'
import css from './viewer.module.css'
import { useWords } from './words'

interface Props {
  place: string
  zoom: RefObject<Zoom | null> | null
  facts: boolean
  /** The picture that is shown, null while there is none. */
  image: Image | null
  /** Whether it was asked for: an uploaded one has no menu of its own. */
  isMade: boolean
  sessionId: string
  onFacts: () => void
  onTrash: () => void
  /** Called once the composer takes what was asked for the picture. */
  onUsed: () => void
  onFullScreen: () => void
  onClose: () => void
}

export function Bar({ place, zoom, facts, image, isMade, sessionId, ...acts }: Props) {
  const { onFacts, onTrash, onUsed, onFullScreen, onClose } = acts
  const t = useWords()
  return (
    <header className={over.bar}>
      <Knob words={t('close')} sign="Esc" onPress={onClose} autoFocus>
        <IconX size={20} aria-hidden />
      </Knob>
      <span className={css.place} aria-live="polite">
        {place}
      </span>
      {zoom && (
        <span className={css.zooms}>
          <Knob words={t('zoomOut')} sign="−" onPress={() => zoom.current?.out()}>
            <IconMinus size={18} aria-hidden />
          </Knob>
          <Knob words={t('toggle')} sign="Z" onPress={() => zoom.current?.toggle()}>
            <IconZoomReset size={18} aria-hidden />
          </Knob>
          <Knob words={t('zoomIn')} sign="+" onPress={() => zoom.current?.in()}>
            <IconPlus size={18} aria-hidden />
          </Knob>
        </span>
      )}
      {document.fullscreenEnabled && (
        <Knob words={t('fullScreen')} sign="F" onPress={onFullScreen}>
          <IconMaximize size={18} aria-hidden />
        </Knob>
      )}
      <Knob words={t('facts')} sign="I" onPress={onFacts} pressed={facts}>
        <IconInfoCircle size={20} aria-hidden />
      </Knob>
      {image && isMade && (
        <More key={image.id} imageId={image.id} sessionId={sessionId} onTrash={onTrash} onUsed={onUsed} />
      )}
      {image && (
        <button
          type="button"
          className={css.download}
          aria-label={t('download')}
          title={`${t('download')} (D)`}
          onClick={() => ask('download', { imageIds: [image.id] })}
        >
          <IconDownload size={18} aria-hidden />
          <span>{t('download')}</span>
        </button>
      )}
    </header>
  )
}

interface MoreProps {
  imageId: string
  sessionId: string
  onTrash: () => void
  onUsed: () => void
}

function More({ imageId, sessionId, onTrash, onUsed }: MoreProps) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <span className={css.more}>
      <button
        type="button"
        className={over.knob}
        aria-label={t('more')}
        title={t('more')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <IconDots size={20} aria-hidden />
      </button>
      {open && <ImageMenu {...{ imageId, sessionId, onTrash, onUsed }} onClose={() => setOpen(false)} />}
    </span>
  )
}

interface KnobProps {
  words: string
  sign: string
  pressed?: boolean
  autoFocus?: boolean
  onPress: () => void
  children: ReactNode
}

function Knob({ words, sign, pressed, autoFocus, onPress, children }: KnobProps) {
  return (
    <button
      type="button"
      className={over.knob}
      aria-label={words}
      title={`${words} (${sign})`}
      aria-pressed={pressed}
      data-autofocus={autoFocus || undefined}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
