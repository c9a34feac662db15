// The texts of the licences.
import { addWords } from '@/shared/i18n/words'

export const { say, useWords } = addWords('licences', {
  title: 'Licences',
  close: 'Close',
  words: 'Whose work Open Canva holds, and under which terms.',
  failed: 'The licences cannot be shown. {{reason}}',
  again: 'Try again',
  none: 'This package came without its notices. They are in the file NOTICE of the source.',
})
