// A text of any length: at most some lines of it until it is opened.
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { addWords } from '@/shared/i18n/words'
import css from './clamped.module.css'

const { useWords } = addWords('clamped', { more: 'Show all', less: 'Show less' })

interface Props {
  words: string
  lines: number
  /** Of what is around: how much fits depends on it. */
  width: number
  className?: string | undefined
  /** Draws it; while it is closed a very long one comes shortened. */
  children: (shown: string, open: boolean) => ReactNode
}

const PREVIEWED = 300 // characters a line, more than any window shows

export function Clamped({ words, lines, width, className, children }: Props) {
  const t = useWords()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const most = PREVIEWED * lines
  const [cut, setCut] = useState(words.length > most)
  // biome-ignore lint/correctness/useExhaustiveDependencies: how much fits depends on the words and the width
  useLayoutEffect(() => {
    const text = box.current
    if (text && !open) setCut(words.length > most || text.scrollHeight > text.clientHeight + 1)
  }, [words, width, open])
  return (
    <div className={className}>
      <div ref={box} id={id} className={css.text} data-open={open} style={{ WebkitLineClamp: lines }}>
        {children(open || words.length <= most ? words : words.slice(0, most), open)}
      </div>
      {(cut || open) && (
        <button
          type="button"
          className={css.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? t('less') : t('more')}
        </button>
      )}
    </div>
  )
}
