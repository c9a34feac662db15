// A short message in the middle of an empty or broken place, with the next step.
import type { ReactNode } from 'react'
import styles from './message.module.css'

interface Props {
  title: string
  words: string
  children?: ReactNode
}

export function Message({ title, words, children }: Props) {
  return (
    <div className={styles.message}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.words}>{words}</p>
      {children}
    </div>
  )
}
