// A key as it is shown beside what it does.
import { keySigns } from '@/shared/lib/keys'
import styles from './keys.module.css'

export function Keys({ keys }: { keys: string }) {
  const signs = keySigns(keys)
  return <kbd className={styles.keys}>{signs.join(signs.some(sign => sign.length > 1) ? ' ' : '')}</kbd>
}
