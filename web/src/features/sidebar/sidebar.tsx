// The sidebar: where everything is found, and what the engines are doing.
import { Button, Skeleton } from '@mantine/core'
import { IconAperture, IconLayoutSidebar, IconPlus, IconSearch } from '@tabler/icons-react'
import { problemOf } from '@/shared/api/problem'
import { useSidebar } from '@/shared/api/reads'
import { Keys } from '@/shared/ui/keys'
import { Tool } from '@/shared/ui/tool'
import { Footer } from './footer'
import styles from './sidebar.module.css'
import { TreePanel } from './tree-panel'
import { useWords } from './words'

interface Props {
  activeId: string | null
  onOpen: (sessionId: string) => void
  onNew: () => void
  onFind: () => void
  onHide: () => void
  onHome: () => void
}

export default function Sidebar({ activeId, onOpen, onNew, onFind, onHide, onHome }: Props) {
  const say = useWords()
  const { data, error, refetch } = useSidebar()
  return (
    <nav className={styles.sidebar} aria-label={say('sessions')}>
      <div className={styles.head}>
        <a
          className={styles.brand}
          href="/"
          aria-label={say('home')}
          onClick={event => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            onHome()
          }}
        >
          <IconAperture size={20} className={styles.mark} />
          Open Canva
        </a>
        <Tool words={say('hide')} size="lg" className={styles.hide} onClick={onHide}>
          <IconLayoutSidebar size={18} stroke={1.6} />
        </Tool>
      </div>
      <button type="button" className={styles.find} onClick={onFind}>
        <IconSearch size={16} stroke={1.6} />
        <span className={styles.grow}>{say('find')}</span>
        <Keys keys="Mod+K" />
      </button>
      <button type="button" className={styles.new} onClick={onNew}>
        <IconPlus size={16} />
        <span className={styles.grow}>{say('new_session')}</span>
        <Keys keys="N" />
      </button>
      {!data && error && (
        <div className={styles.empty} role="alert">
          <p>
            {say('broken')} {problemOf(error).detail}
          </p>
          <Button variant="default" size="xs" onClick={() => void refetch()}>
            {say('again')}
          </Button>
        </div>
      )}
      {!data && !error && <Waiting />}
      {data ? (
        <TreePanel data={data} activeId={activeId} onOpen={onOpen} />
      ) : (
        <div className={styles.scroller} />
      )}
      <Footer />
    </nav>
  )
}

function Waiting() {
  return (
    <div className={styles.waiting} aria-hidden>
      {[72, 58, 80, 64].map(width => (
        <Skeleton key={width} height={12} width={`${width}%`} />
      ))}
    </div>
  )
}
