// The window of a dialog of organising: its title, a way to close it, and what it holds.
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './frame.module.css'
import { useWords } from './words'

interface Props {
  title: string
  size: number
  onClose: () => void
  children: ReactNode
}

export function Frame({ title, size, onClose, children }: Props) {
  const say = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      radius="lg"
      yOffset="10dvh"
      closeButtonProps={{ 'aria-label': say('close') }}
      classNames={{ content: css.content, header: css.header, title: css.title, body: css.body }}
    >
      {children}
    </Modal>
  )
}

/** Its buttons; `start` stands at the other end of them. */
export function Foot({ start, children }: { start?: ReactNode; children: ReactNode }) {
  return (
    <footer className={css.foot}>
      <div className={css.start}>{start}</div>
      {children}
    </footer>
  )
}
