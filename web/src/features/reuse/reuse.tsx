// The window that shows what using something again would change: beside what was pressed, on a phone from below.
import { Modal, Popover } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { Asks } from '@/shared/lib/asks'
import { giveFocusBack } from '@/shared/lib/give-back'
import { Preview } from './preview'
import css from './reuse.module.css'
import { take } from './take'
import { useWords } from './words'

interface Props {
  asked: Asks['reuse']
  /** Where that lies which was pressed. */
  place: DOMRect | undefined
  onClose: () => void
}

export default function ReuseWindow({ asked, place, onClose }: Props) {
  const t = useWords()
  const narrow = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false })
  // A menu that it was asked from has given the focus back by now.
  const [before] = useState(() => document.activeElement)
  const close = () => {
    onClose()
    giveFocusBack(before)
  }
  const preview = (
    <Preview
      reused={asked}
      onClose={close}
      onTake={(reuse, part) => {
        onClose()
        take(reuse, part, asked.onTaken ?? (() => undefined))
      }}
    />
  )
  if (narrow || !place || place.width === 0) {
    return (
      <Modal
        opened
        onClose={close}
        title={t('title')}
        size={460}
        radius="lg"
        yOffset={narrow ? 0 : '10dvh'}
        returnFocus={false}
        closeButtonProps={{ 'aria-label': t('close') }}
        classNames={{
          inner: css.inner,
          content: css.content,
          header: css.header,
          title: css.title,
          body: css.body,
        }}
      >
        {preview}
      </Modal>
    )
  }
  const { left, top, width, height } = place
  return (
    <Popover
      opened
      onChange={open => !open && close()}
      position="bottom-end"
      width={460}
      radius="lg"
      shadow="md"
      trapFocus
      withinPortal
      middlewares={{ flip: true, shift: { padding: 12, crossAxis: true } }}
      returnFocus={false}
    >
      <Popover.Target>
        <span className={css.anchor} style={{ left, top, width, height }} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown className={css.content} aria-label={t('title')}>
        <h2 className={css.heading}>{t('title')}</h2>
        {preview}
      </Popover.Dropdown>
    </Popover>
  )
}
