// Texts of the command palette.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('palette', {
  title: 'Commands and sessions',
  ask: 'Search or jump to…',
  commands: 'Commands',
  sessions: 'Sessions',
  nothing: 'Nothing fits. Try fewer letters.',
})
