// Undoing and redoing in the prompt, apart from what is undone elsewhere; the steps themselves come a little later.
import { type RefObject, useEffect, useRef } from 'react'
import { useGestures } from '@/shared/lib/gestures'
import type { Seen } from './undo'
import { useWords } from './words'

type Undo = typeof import('./undo')

/** `own` holds the text that this person put into the box last, until it was seen there. */
export function useUndo(
  box: RefObject<HTMLTextAreaElement | null>,
  value: string,
  own: RefObject<string | null>,
  change: (text: string) => void,
): void {
  const t = useWords()
  const early = useRef<Seen[]>([])
  const undo = useRef<{ steps: InstanceType<Undo['Steps']>; show: Undo['show'] } | null>(null)
  const newest = useRef(change)
  newest.current = change

  useEffect(() => {
    const seen = { text: value, own: value === own.current, at: performance.now() }
    own.current = null
    if (undo.current) undo.current.steps.see(seen)
    else early.current.push(seen)
  }, [value, own])

  const step = useRef((act: 'undo' | 'redo') => {
    const text = undo.current?.steps[act]()
    if (box.current && text != null) undo.current?.show(box.current, text, newest.current)
  }).current

  useEffect(() => {
    void import('./undo').then(
      ({ Steps, show }) => {
        undo.current ??= { steps: new Steps(early.current), show }
      },
      () => undefined, // then the browser's own undoing is there
    )
    const at = box.current
    // From a menu or a shake: the browser's own steps know nothing of what came from elsewhere.
    const before = (event: InputEvent) => {
      if (!undo.current || !event.inputType.startsWith('history')) return
      event.preventDefault()
      step(event.inputType === 'historyUndo' ? 'undo' : 'redo')
    }
    at?.addEventListener('beforeinput', before)
    return () => at?.removeEventListener('beforeinput', before)
  }, [box, step])

  const inBox = () => document.activeElement === box.current
  const place = { group: 'Session', placeOnly: true }
  useGestures([
    {
      ...place,
      id: 'prompt.undo',
      words: t('undoTyping'),
      key: 'Mod+Z',
      when: () => inBox() && undo.current?.steps.undoable === true,
      run: () => step('undo'),
    },
    {
      ...place,
      id: 'prompt.redo',
      words: t('redoTyping'),
      key: 'Mod+Shift+Z Mod+Y',
      when: () => inBox() && undo.current?.steps.redoable === true,
      run: () => step('redo'),
    },
  ])
}
