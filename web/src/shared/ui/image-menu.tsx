// What can be done with a picture in its session: a menu over the button that asked for it.
import { Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCopy,
  IconDownload,
  IconFolderSymlink,
  IconPhotoStar,
  IconTag,
  IconTrash,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { addWords } from '@/shared/i18n/words'
import { ask } from '@/shared/lib/asks'
import styles from './image-menu.module.css'

const { useWords } = addWords('image-menu', {
  menu: 'Picture',
  reuse: 'Use again…',
  download: 'Download…',
  tag: 'Tags…',
  move: 'Move to session…',
  copy: 'Copy to session…',
  cover: 'Use as cover',
  trash: 'Move to the trash',
})

interface Props {
  imageId: string
  sessionId: string
  onTrash: () => void
  /** Called once the composer takes what was asked for the picture. */
  onUsed?: () => void
  onClose: () => void
}

/** Lies over the button it is placed in; open as long as it is drawn. */
export default function ImageMenu({ imageId, sessionId, onTrash, onUsed, onClose }: Props) {
  const say = useWords()
  const organise = useOrganise()
  const ids = [imageId]
  const target = useRef<HTMLSpanElement>(null)
  return (
    <Menu opened onChange={open => !open && onClose()} position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <span ref={target} className={styles.anchor} aria-hidden>
          <span className="visually-hidden">{say('menu')}</span>
        </span>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          className={styles.item ?? ''}
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() =>
            ask('reuse', {
              ...{ kind: 'image', id: imageId },
              ...(target.current && { anchor: target.current }),
              ...(onUsed && { onTaken: onUsed }),
            })
          }
        >
          {say('reuse')}
        </Menu.Item>
        <Menu.Item
          className={styles.item ?? ''}
          leftSection={<IconDownload size={16} />}
          onClick={() => ask('download', { imageIds: ids })}
        >
          {say('download')}
        </Menu.Item>
        <Menu.Item
          className={styles.item ?? ''}
          leftSection={<IconTag size={16} />}
          onClick={() => ask('tag', { imageIds: ids })}
        >
          {say('tag')}
        </Menu.Item>
        <Menu.Item
          className={styles.item ?? ''}
          leftSection={<IconFolderSymlink size={16} />}
          onClick={() => ask('images-to', { ids, copy: false })}
        >
          {say('move')}
        </Menu.Item>
        <Menu.Item
          className={styles.item ?? ''}
          leftSection={<IconCopy size={16} />}
          onClick={() => ask('images-to', { ids, copy: true })}
        >
          {say('copy')}
        </Menu.Item>
        <Menu.Item
          className={styles.item ?? ''}
          leftSection={<IconPhotoStar size={16} />}
          onClick={() => organise.mutate({ act: 'cover', ids: [sessionId], image_id: imageId })}
        >
          {say('cover')}
        </Menu.Item>
        <Menu.Item className={styles.item ?? ''} leftSection={<IconTrash size={16} />} onClick={onTrash}>
          {say('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
