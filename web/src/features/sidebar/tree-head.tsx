// The line over the tree: its name, the filter, a new folder.
import { IconFilter, IconFolderPlus } from '@tabler/icons-react'
import { Tool } from '@/shared/ui/tool'
import styles from './tree-panel.module.css'
import type { Filtering } from './use-filter'
import { useWords } from './words'

interface Props {
  filtering: Filtering
  onNewFolder: () => void
}

export function TreeHead({ filtering, onNewFolder }: Props) {
  const say = useWords()
  const { shown, count, sort, open, close } = filtering
  return (
    <div className={styles.head}>
      <h2 className={styles.heading}>{say('sessions')}</h2>
      <Tool
        words={say('filter')}
        className={styles.tool}
        aria-expanded={shown}
        data-on={count > 0 || sort !== 'manual' || undefined}
        onClick={shown ? close : open}
        onKeyDown={event => {
          if (event.key === 'Escape' && shown) close()
        }}
      >
        <IconFilter size={16} stroke={1.6} />
      </Tool>
      <Tool words={say('new_folder')} className={styles.tool} onClick={onNewFolder}>
        <IconFolderPlus size={16} stroke={1.6} />
      </Tool>
    </div>
  )
}
