// The keys of using a picture again: with a look at what changes first, or one part of it at once.
import { addWords } from '@/shared/i18n/words'
import { ask, type Part, type Reused } from './asks'
import type { Gesture } from './gestures'

const { useWords } = addWords('reuse-keys', {
  group: 'Using a picture again',
  again: 'Use again…',
  all: 'Use all of it at once',
  prompt: 'Use its prompt',
  settings: 'Use its settings',
  references: 'Use its references',
  seed: 'Use its seed',
})

const KEYS: [part: Part, key: string][] = [
  ['all', 'Shift+A'],
  ['prompt', 'Shift+P'],
  ['settings', 'Shift+S'],
  ['references', 'Shift+F'],
  ['seed', 'Shift+D'],
]

interface Given {
  /** Sets these keys apart from other places'. */
  id: string
  /** What they are for now; null while there is nothing. */
  reused: () => Reused | null
  /** Called once the composer takes it. */
  onTaken?: () => void
}

export function useReuseGestures({ id, reused, onTaken }: Given): Gesture[] {
  const t = useWords()
  const here = { group: t('group'), placeOnly: true, when: () => reused() !== null }
  const use = (part?: Part) => () => {
    const found = reused()
    if (!found) return
    const anchor = !part && document.activeElement instanceof HTMLElement && document.activeElement
    ask('reuse', { ...found, ...(part && { part }), ...(anchor && { anchor }), ...(onTaken && { onTaken }) })
  }
  return [
    { ...here, id: `${id}.again`, words: t('again'), key: 'A', run: use() },
    ...KEYS.map(([part, key]) => ({ ...here, id: `${id}.use-${part}`, words: t(part), key, run: use(part) })),
  ]
}
