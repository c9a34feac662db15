// A short message in the middle of an empty or broken place, with the next step.
import type { ReactNode } from 'react'
import styles from './message.module.css'

interface Props {
  title: string
  words: string
  /** The page's own heading, where the page is nothing but this. */
  main?: boolean
  children?: ReactNode
}

export function Message({ title, words, main = false, children }: Props) {
  const Title = main ? 'h1' : 'h2'
  return (
    <div className={styles.message}>
      <Title className={styles.title}>{title}</Title>
      <p className={styles.words}>{words}</p>
      {children}
    </div>
  )
}
