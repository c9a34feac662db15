// What lies over the whole window: pictures on the page's own ground, a bar above them, facts beside, hands below.
import { Modal } from '@mantine/core'
import type { ReactNode, RefObject } from 'react'
import { isInFront } from '../lib/in-front'
import css from './overlay.module.css'

interface Props {
  label: string
  frame: RefObject<HTMLDivElement | null>
  /** Whether there is a column of facts beside the pictures. */
  facts: boolean
  onClose: () => void
  children: ReactNode
}

export function Overlay({ label, frame, facts, onClose, children }: Props) {
  return (
    <Modal.Root
      opened
      onClose={() => isInFront(frame.current) && onClose()} // Escape in a dialog over it closes that one alone
      fullScreen
      returnFocus={false}
      padding={0}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ content: css.content, body: css.body }}
    >
      <Modal.Content aria-label={label}>
        <Modal.Body>
          <div ref={frame} className={css.frame} data-facts={facts}>
            {children}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** What stands there instead of pictures. */
export function Nothing({ children }: { children: ReactNode }) {
  return (
    <div className={css.nothing} role="status">
      {children}
    </div>
  )
}
