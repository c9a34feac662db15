// Takes contents that another part of the page puts into the composer, and offers to undo it.
import { createElement, type RefObject, useRef } from 'react'
import type { Asks } from '@/shared/lib/asks'
import { hideNotice, showNotice } from '@/shared/ui/notices'
import css from './composer.module.css'
import type { Draft } from './draft'
import { useWords } from './words'

export function useFilled(
  draft: Draft,
  edit: (part: Partial<Draft>) => void,
  prompt: RefObject<HTMLTextAreaElement | null>,
): (asked: Asks['fill']) => void {
  const t = useWords()
  const change = useRef(edit)
  change.current = edit
  return ({ draft: part, gone }) => {
    const before = draft
    edit(part)
    prompt.current?.focus()
    const words = gone.length ? t('gone', { reasons: gone.join(' ') }) : t('filled')
    if (!before.prompt.trim() && !gone.length) return
    const undo = () => {
      change.current(before)
      hideNotice('filled')
    }
    showNotice({
      id: 'filled',
      autoClose: 8_000,
      message: createElement(
        'span',
        { className: css.toast },
        words,
        createElement('button', { type: 'button', onClick: undo }, t('undo')),
      ),
    })
  }
}
