// Texts of fields that are drawn from schemas.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('forms', {
  unset: 'its own default',
  kept: '•••••••• (kept; type to replace)',
  show: 'Show {{title}}',
})
