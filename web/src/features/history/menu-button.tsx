// A button with three dots that opens a menu, and has the focus again once it is closed.
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, Suspense, useRef, useState } from 'react'

interface Props {
  words: string
  className: string | undefined
  buttonClass?: string | undefined
  tabIndex?: number
  /** The menu, drawn while it is open. */
  children: (onClose: () => void) => ReactNode
}

export function MenuButton({ words, className, buttonClass, tabIndex, children }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus({ preventScroll: true })
  }
  return (
    <span className={className} data-open={open || undefined}>
      <button
        ref={button}
        type="button"
        className={buttonClass}
        aria-label={words}
        title={words}
        aria-haspopup="menu"
        aria-expanded={open}
        tabIndex={tabIndex}
        onClick={() => setOpen(!open)}
      >
        <IconDots size={16} aria-hidden />
      </button>
      {open && <Suspense fallback={null}>{children(close)}</Suspense>}
    </span>
  )
}
