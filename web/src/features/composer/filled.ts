// Takes contents that another part of the page puts into the composer, and undoes it with one key.
import { createElement, type RefObject, useRef, useState } from 'react'
import { type Asks, useAsk } from '@/shared/lib/asks'
import { useGestures } from '@/shared/lib/gestures'
import { isApple, isTyping, keySigns, wasTypedInto } from '@/shared/lib/keys'
import { useLive } from '@/shared/live/live'
import { hideNotice, showNotice } from '@/shared/ui/notices'
import css from './composer.module.css'
import { contentsOf, type Draft, sameDraft } from './draft'
import { useWords } from './words'

const UNDO = 'Mod+Z'

export function useFilled(
  draft: Draft,
  edit: (part: Partial<Draft>) => void,
  prompt: RefObject<HTMLTextAreaElement | null>,
): (asked: Asks['fill']) => void {
  const t = useWords()
  const change = useRef(edit)
  change.current = edit
  const [filled, setFilled] = useState<{ before: Draft; after: Draft } | null>(null)
  const put = (back: Draft) => {
    change.current(back)
    setFilled(null)
    hideNotice('filled')
  }
  // What is organised after it is what the key undoes then.
  useLive('Organised', () => setFilled(null))
  useAsk('composed', ({ tell }) => tell(contentsOf(draft)))
  useGestures(
    filled
      ? [
          {
            id: 'fill.undo',
            words: t('undoFill'),
            group: 'Session',
            key: UNDO,
            when: () => sameDraft(draft, filled.after) && !isUndoneElsewhere(prompt.current),
            run: () => put(filled.before),
          },
        ]
      : [],
  )
  return ({ draft: part, gone, words }) => {
    const before = contentsOf(draft)
    const after = { ...before, ...('prompt' in part && { enhance: null }), ...part }
    edit(part)
    setFilled({ before, after })
    prompt.current?.focus()
    const lost = gone.length ? t('gone', { reasons: gone.join(' ') }) : null
    showNotice({
      id: 'filled',
      autoClose: 8_000,
      message: createElement(
        'span',
        { className: css.toast },
        createElement('span', null, [words ?? t('filled'), lost].filter(Boolean).join(' ')),
        createElement(
          'button',
          { type: 'button', onClick: () => put(before) },
          `${t('undo')} (${keySigns(UNDO).join(isApple ? '' : '+')})`,
        ),
      ),
    })
  }
}

/** Whether the key belongs to another field that was typed into. */
function isUndoneElsewhere(prompt: HTMLElement | null): boolean {
  const at = document.activeElement
  return at !== prompt && isTyping(at) && wasTypedInto(at)
}
