// The button on a tile that opens the picture's menu.
import { lazy } from 'react'
import type { Image } from '@/shared/api/types'
import { MenuButton } from './menu-button'
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
  return (
    <MenuButton words={t('menu')} className={css.menu} tabIndex={active ? 0 : -1}>
      {onClose => <ImageMenu imageId={image.id} sessionId={sessionId} onTrash={onTrash} onClose={onClose} />}
    </MenuButton>
  )
}
