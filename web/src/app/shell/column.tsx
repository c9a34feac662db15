// The session's column: a header that stays, and one scrolling part under it.
import { type ReactNode, useState } from 'react'
import { ScrollerProvider } from '@/shared/ui/scroller'
import styles from './shell.module.css'

interface Props {
  header: ReactNode
  children: ReactNode
}

export function Column({ header, children }: Props) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    <main id="session" className={styles.column} tabIndex={-1}>
      {header}
      <div ref={setScroller} className={styles.scroller}>
        <ScrollerProvider value={scroller}>
          <div className={styles.content}>{children}</div>
        </ScrollerProvider>
      </div>
    </main>
  )
}
