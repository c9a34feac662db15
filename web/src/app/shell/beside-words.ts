// The texts of the right side of a session.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('beside', {
  beside: 'About the session',
  details: 'Details',
  references: 'References',
  close_details: 'Close the details',
  close_references: 'Close the references',
})
