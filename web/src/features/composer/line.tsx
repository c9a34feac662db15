// A sentence in the composer about what stands in the way of Generate, with the mend beside it.
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './composer.module.css'

interface Props {
  id?: string
  words: string
  children?: ReactNode
}

export function Line({ id, words, children }: Props) {
  return (
    <p id={id} className={css.line}>
      <IconAlertCircle size={16} aria-hidden />
      <span>{words}</span>
      {children}
    </p>
  )
}
