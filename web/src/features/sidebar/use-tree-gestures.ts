// What the tree's keys do, told to the help sheet; the tree itself hears them.
import { useGestures } from '@/shared/lib/gestures'
import { ACTIONS } from './actions'
import { useWords } from './words'

export function useTreeGestures(): void {
  const say = useWords()
  const group = say('group')
  const told = { group, placeOnly: true }
  useGestures([
    { ...told, id: 'tree-walk', words: say('walk'), key: 'ArrowUp ArrowDown' },
    { ...told, id: 'tree-unfold', words: say('unfold'), key: 'ArrowRight ArrowLeft' },
    { ...told, id: 'tree-ends', words: say('ends'), key: 'Home End' },
    { ...told, id: 'tree-type', words: say('type'), key: 'A…Z' },
    { ...told, id: 'tree-filter', words: say('filter'), key: 'Mod+F' },
    { ...told, id: 'tree-range', words: say('range'), key: 'Shift+ArrowDown' },
    { ...told, id: 'tree-all', words: say('all'), key: 'Mod+A' },
    { ...told, id: 'tree-menu', words: say('menu'), key: 'Shift+F10' },
    { ...told, id: 'tree-carry', words: say('carry'), key: 'Ctrl+Shift+D' },
    ...ACTIONS.filter(({ key }) => key).map(({ id, key }) => ({
      ...told,
      id: `tree-${id}`,
      words: say(`do_${id}`),
      ...(key && { key }),
    })),
  ])
}
