// What can be done with a whole batch: a menu over the button that asked for it.
import { Menu } from '@mantine/core'
import { IconArrowsLeftRight, IconDownload, IconPhotoX, IconTrash } from '@tabler/icons-react'
import type { Batch } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import { isRunning } from '@/shared/lib/batches'
import css from './history.module.css'
import { useWords } from './words'

interface Props {
  batch: Batch
  sessionId: string
  onTrash: (ids: string[]) => void
  onClose: () => void
}

export default function BatchMenuItems({ batch, sessionId, onTrash, onClose }: Props) {
  const t = useWords()
  const images = batch.generations.flatMap(({ image }) => image?.id ?? [])
  return (
    <Menu opened onChange={open => !open && onClose()} position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <span className={css.anchor} aria-hidden>
          <span className="visually-hidden">{t('batchMenu')}</span>
        </span>
      </Menu.Target>
      <Menu.Dropdown>
        {images.length > 0 && (
          <Menu.Item
            className={css.item ?? ''}
            leftSection={<IconDownload size={16} />}
            onClick={() => ask('download', { batchIds: [batch.id] })}
          >
            {t('batchDownload')}
          </Menu.Item>
        )}
        {images.length > 1 && images.length < 5 && (
          <Menu.Item
            className={css.item ?? ''}
            leftSection={<IconArrowsLeftRight size={16} />}
            onClick={() => ask('compare', { sessionId, imageIds: images })}
          >
            {t('batchCompare')}
          </Menu.Item>
        )}
        {images.length > 0 && (
          <Menu.Item
            className={css.item ?? ''}
            leftSection={<IconPhotoX size={16} />}
            onClick={() => onTrash(images)}
          >
            {t('batchTrash')}
          </Menu.Item>
        )}
        {!batch.generations.some(isRunning) && (
          <Menu.Item
            className={css.item ?? ''}
            leftSection={<IconTrash size={16} />}
            onClick={() => onTrash([batch.id])}
          >
            {t('batchDelete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
