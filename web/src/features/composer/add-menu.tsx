// Where references come from: files, or pictures that the session has already.
import { Menu } from '@mantine/core'
import { IconLayoutSidebarRight, IconUpload } from '@tabler/icons-react'
import { ask } from '@/shared/lib/asks'
import { pickFiles } from '@/shared/lib/pick-files'
import { uploads } from '@/shared/lib/uploads'
import css from './strip.module.css'
import { useWords } from './strip-words'

interface Props {
  sessionId: string | null
  onClose: () => void
}

/** Lies over the button it is placed beside; open as long as it is drawn. */
export default function AddMenu({ sessionId, onClose }: Props) {
  const t = useWords()
  return (
    <Menu opened onChange={open => !open && onClose()} position="bottom-start" width={248} withinPortal>
      <Menu.Target>
        <span className={css.anchor} aria-hidden>
          <span className="visually-hidden">{t('references')}</span>
        </span>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUpload size={16} />}
          onClick={() => pickFiles(files => uploads.add(sessionId, files))}
        >
          {t('upload')}
        </Menu.Item>
        {sessionId !== null && (
          <Menu.Item leftSection={<IconLayoutSidebarRight size={16} />} onClick={() => ask('references', {})}>
            {t('fromSession')}
          </Menu.Item>
        )}
        <p className={css.orElse}>{t('orElse')}</p>
      </Menu.Dropdown>
    </Menu>
  )
}
