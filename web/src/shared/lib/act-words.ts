// Acts of organising in words: for toasts and for the palette.
import type { Act } from '@/shared/api/types'
import { addWords } from '@/shared/i18n/words'

const { say } = addWords('acts', {
  move_one: 'Moved “{{name}}” to {{into}}',
  move_other: '{{count}} things moved to {{into}}',
  root: 'the top level',
  rename_one: '“{{name}}” renamed',
  rename_to: 'Renamed to “{{name}}”',
  rename_other: '{{count}} things renamed',
  pin_one: '“{{name}}” pinned',
  pin_other: '{{count}} things pinned',
  unpin_one: '“{{name}}” unpinned',
  unpin_other: '{{count}} things unpinned',
  colour_one: 'Look of “{{name}}” changed',
  colour_other: 'Look of {{count}} things changed',
  archive_one: '“{{name}}” archived',
  archive_other: '{{count}} things archived',
  unarchive_one: '“{{name}}” taken out of the archive',
  unarchive_other: '{{count}} things taken out of the archive',
  trash_one: '“{{name}}” moved to the trash',
  trash_other: '{{count}} things moved to the trash',
  restore_one: '“{{name}}” restored',
  restore_other: '{{count}} things restored',
  restore_into_one: '“{{name}}” restored to {{into}}, as its folder is gone',
  restore_into_other: '{{count}} things restored to {{into}}, as their folder is gone',
  unarchive_into_one: '“{{name}}” taken out of the archive to {{into}}',
  unarchive_into_other: '{{count}} things taken out of the archive to {{into}}',
  cover_one: 'Cover of “{{name}}” changed',
  cover_other: '{{count}} covers changed',
  defaults_one: 'Defaults of “{{name}}” changed',
  defaults_other: 'Defaults of {{count}} folders changed',
  duplicate_one: '“{{name}}” duplicated',
  duplicate_other: '{{count}} things duplicated',
  create_one: '“{{name}}” created',
  create_other: '{{count}} things created',
  copy_one: 'Copied “{{name}}” to {{into}}',
  copy_other: '{{count}} things copied to {{into}}',
  pictures_move_one: 'Picture moved to {{into}}',
  pictures_move_other: '{{count}} pictures moved to {{into}}',
  pictures_copy_one: 'Picture copied to {{into}}',
  pictures_copy_other: '{{count}} pictures copied to {{into}}',
  pictures_trash_one: 'Picture moved to the trash',
  pictures_trash_other: '{{count}} pictures moved to the trash',
  pictures_restore_one: 'Picture restored',
  pictures_restore_other: '{{count}} pictures restored',
  unmade_trash_one: 'Deleted from the history',
  unmade_trash_other: '{{count}} deleted from the history',
  unmade_restore_one: 'Back in the history',
  unmade_restore_other: '{{count}} back in the history',
  keep_one: 'Picture kept',
  keep_other: '{{count}} pictures kept',
  reject_one: 'Picture rejected',
  reject_other: '{{count}} pictures rejected',
  undecide_one: 'Picture undecided',
  undecide_other: '{{count}} pictures undecided',
  star_one: 'Picture starred',
  star_other: '{{count}} pictures starred',
  unstar_one: 'Star taken off',
  unstar_other: 'Star taken off {{count}} pictures',
  rate_one: 'Picture rated',
  rate_other: '{{count}} pictures rated',
  tag_one: 'Picture tagged',
  tag_other: '{{count}} pictures tagged',
  untag_one: 'Tag taken off',
  untag_other: 'Tag taken off {{count}} pictures',
  undone: 'Undone: {{words}}',
  redone: 'Done again: {{words}}',
  undo: 'Undo',
  redo: 'Redo',
  close: 'Close',
  no_undo: 'There is nothing to undo.',
  no_redo: 'There is nothing to do again.',
})

/** What an act did: “Moved “Storm” to Clients”; `unmade` where some of it never became a picture. */
export function actWords({ kind, count, name, into }: Act, unmade = false): string {
  if (unmade && (kind === 'trash' || kind === 'restore')) return say(`unmade_${kind}`, { count })
  const pictures = name === '' && isOfPictures(kind) // pictures have no names
  if (kind === 'rename' && into && count === 1) return say('rename_to', { name: cut(into) })
  const moved = into !== null && !pictures && (kind === 'restore' || kind === 'unarchive')
  return say(pictures ? `pictures_${kind}` : moved ? `${kind}_into` : kind, {
    count,
    name: cut(name),
    into: into ? `“${cut(into)}”` : say('root'),
  })
}

function cut(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}

function isOfPictures(kind: Act['kind']): kind is 'move' | 'copy' | 'trash' | 'restore' {
  return kind === 'move' || kind === 'copy' || kind === 'trash' || kind === 'restore'
}

/** What was just done with it, an undone or repeated act said to be so. */
export function toldWords(act: Act, again: boolean, unmade = false): string {
  const words = actWords(act, unmade)
  const small = words.charAt(0).toLowerCase() + words.slice(1)
  if (act.state === 'undone') return say('undone', { words: small })
  return again ? say('redone', { words: small }) : words
}

export { say as sayAct }
