// A small dialog: a title, what it asks, and its buttons; Enter in it is its main button.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Foot, Frame } from '@/shared/ui/dialog-frame'
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
    <Frame title={title} close={say('close')} size={size} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          onAct()
        }}
      >
        <div className={css.form}>{children}</div>
        <Foot start={start}>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" loading={busy} {...(danger && { color: 'red' })}>
            {act}
          </Button>
        </Foot>
      </form>
    </Frame>
  )
}
