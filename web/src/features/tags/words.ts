// Texts of tagging pictures.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('tags', {
  title_one: 'Tags of the picture',
  title_other: 'Tags of {{count}} pictures',
  close: 'Close',
  done: 'Done',
  ask: 'Tag',
  hint: 'Write a tag and press Enter',
  add: 'Add',
  addTag: 'Add {{tag}}',
  remove: 'Take off {{tag}}',
  some: '{{tag}}, on {{count}}',
  suggestions: 'Used in this session',
  now: 'Tags it has',
  none: 'No tags yet.',
  tooLong: 'A tag has at most 50 characters. Shorten it.',
  tooMany: 'A picture takes at most 50 tags. Take one off first.',
})
