// Texts of the archive.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('archive', {
  title: 'Archive',
  told: 'Archived sessions and folders are out of the way, still searchable and unchanged.',
  empty_title: 'Nothing is archived',
  empty_words:
    'Archive what is finished: it leaves the sidebar, stays searchable and comes back at any time.',
  picked_one: '{{count}} picked',
  picked_other: '{{count}} picked',
  pick: 'Pick “{{name}}”',
  pick_all: 'Pick all',
  pick_none: 'Pick none',
  unarchive: 'Take out',
  trash: 'Move to trash',
  unarchive_name: 'Take “{{name}}” out of the archive',
  trash_name: 'Move “{{name}}” to the trash',
  contents_name: 'What lies in “{{name}}”',
  sessions_one: '{{count}} session',
  sessions_other: '{{count}} sessions',
  images_one: '{{count}} picture',
  images_other: '{{count}} pictures',
  failed: 'The archive cannot be shown',
  again: 'Try again',
})
