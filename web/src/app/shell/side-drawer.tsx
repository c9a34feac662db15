// A drawer from the left or the right, for what stands beside the page on a wide screen; loaded where it is used.
import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './shell.module.css'

interface Props {
  opened: boolean
  onClose: () => void
  side: 'left' | 'right'
  title: string
  children: ReactNode
}

export default function SideDrawer({ opened, onClose, side, title, children }: Props) {
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position={side}
      size={side === 'left' ? 'min(320px, 86vw)' : 'min(360px, 92vw)'}
      padding={0}
    >
      <Drawer.Overlay />
      {/* Named without a header of its own: a page has one banner. */}
      <Drawer.Content aria-label={title} className={styles.sheet ?? ''}>
        <Drawer.Body className={styles.drawer ?? ''}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
