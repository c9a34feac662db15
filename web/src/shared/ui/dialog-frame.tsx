// The window of a dialog: its title, a way to close it, what it holds, and its buttons.
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './dialog-frame.module.css'

interface Props {
  title: string
  /** What closing it is called. */
  close: string
  size: number
  onClose: () => void
  children: ReactNode
}

export function Frame({ title, close, size, onClose, children }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      radius="lg"
      yOffset="10dvh"
      closeButtonProps={{ 'aria-label': close }}
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
