// The frame of a small dialog: a title, what it asks, and its buttons; Enter in it is its main button.
import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './dialogs.module.css'
import { useWords } from './words'

interface Props {
  title: string
  /** What the main button says. */
  act: string
  danger?: boolean
  busy?: boolean
  size?: number
  /** Buttons at the start of the foot. */
  start?: ReactNode
  onAct: () => void
  onClose: () => void
  children: ReactNode
}

export function Dialog({ title, act, danger = false, busy = false, size = 460, ...props }: Props) {
  const say = useWords()
  const { start, onAct, onClose, children } = props
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
      <form
        className={css.form}
        onSubmit={event => {
          event.preventDefault()
          onAct()
        }}
      >
        {children}
        <footer className={css.foot}>
          {start}
          <span className={css.grow} />
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" loading={busy} {...(danger && { color: 'red' })}>
            {act}
          </Button>
        </footer>
      </form>
    </Modal>
  )
}
