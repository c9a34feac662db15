// Says that the server is away, once that lasts longer than a blink.
import { useEffect, useState } from 'react'
import { useConnection } from '@/shared/live/live'
import { useWords } from '../words'
import styles from './shell.module.css'

const PATIENCE = 1_500

export function ConnectionBanner() {
  const say = useWords()
  const lost = useConnection() === 'lost'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!lost) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [lost])
  return (
    <div role="status">
      {shown && (
        <div className={styles.banner}>
          <span className={styles.pulse} />
          {say('lost_connection')}
        </div>
      )}
    </div>
  )
}
