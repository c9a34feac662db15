// Texts of the quick switcher.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('switcher', {
  title: 'Go to a session or folder',
  ask: 'Go to…',
  hint: 'Enter opens, Ctrl or Cmd with Enter in a new tab',
  nothing: 'No session or folder fits. Try fewer letters.',
  none: 'There are no sessions yet.',
  archived: 'Archived',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
})
