// The button on a tile that opens the picture's menu.
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Image } from '@/shared/api/types'
import css from './tile.module.css'
import { useWords } from './words'

const ImageMenu = lazy(() => import('@/shared/ui/image-menu'))

interface Props {
  image: Image
  sessionId: string
  /** Whether Tab lands here. */
  active: boolean
  onTrash: () => void
}

export function TileMenu({ image, sessionId, active, onTrash }: Props) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <span className={css.menu} data-open={open || undefined}>
      <button
        ref={button}
        type="button"
        aria-label={t('menu')}
        title={t('menu')}
        aria-haspopup="menu"
        aria-expanded={open}
        tabIndex={active ? 0 : -1}
        onClick={() => setOpen(!open)}
      >
        <IconDots size={16} aria-hidden />
      </button>
      {open && (
        <Suspense fallback={null}>
          <ImageMenu
            imageId={image.id}
            sessionId={sessionId}
            onTrash={onTrash}
            onClose={() => {
              setOpen(false)
              button.current?.focus({ preventScroll: true })
            }}
          />
        </Suspense>
      )}
    </span>
  )
}
