// Texts of fields that are drawn from schemas.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('forms', {
  unset: 'as the model likes',
  kept: '•••••••• (kept; type to replace)',
  show: 'Show {{title}}',
})
