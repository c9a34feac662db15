// The texts of earlier drafts.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('drafts', {
  title: 'Earlier drafts',
  empty: 'Empty prompt',
  none: 'Nothing else stood here yet. What you type is kept as you go.',
  loading: 'Loading…',
  again: 'Try again',
  restored: 'The earlier draft is in the composer.',
  modelGone: 'No engine offers {{model}} now.',
})
