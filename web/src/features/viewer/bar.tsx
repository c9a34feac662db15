// The viewer's bar: where one is, zoom, full screen, details, download, close.
import {
  IconDownload,
  IconInfoCircle,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconX,
  IconZoomReset,
} from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import { fileUrl } from '@/shared/api/addresses'
import type { Zoom } from './stage'
import css from './viewer.module.css'
import { useWords } from './words'

interface Props {
  place: string
  zoom: RefObject<Zoom | null> | null
  facts: boolean
  /** The image to download, null while none is shown. */
  download: string | null
  onFacts: () => void
  onFullScreen: () => void
  onClose: () => void
}

export function Bar({ place, zoom, facts, download, onFacts, onFullScreen, onClose }: Props) {
  const t = useWords()
  return (
    <header className={css.bar}>
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
          <Knob words={t('fit')} sign="0" onPress={() => zoom.current?.fit()}>
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
      {download && (
        <a className={css.download} href={fileUrl(download, true)} aria-label={t('download')} download>
          <IconDownload size={18} aria-hidden />
          <span>{t('download')}</span>
        </a>
      )}
    </header>
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
      className={css.knob}
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
