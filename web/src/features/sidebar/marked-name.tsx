// A name with the letters marked that were typed into the filter.
import type { ReactNode } from 'react'
import { findMatches } from './filter'
import styles from './row.module.css'

export function MarkedName({ name, text }: { name: string; text: string }) {
  if (!text) return name
  const parts: ReactNode[] = []
  let done = 0
  for (const [from, to] of findMatches(name, text)) {
    parts.push(name.slice(done, from))
    parts.push(
      <mark key={from} className={styles.found}>
        {name.slice(from, to)}
      </mark>,
    )
    done = to
  }
  parts.push(name.slice(done))
  return parts
}
