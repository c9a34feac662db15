// Colour and emoji of folders and sessions: one act however many there are.
import { IconCheck, IconCircleOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useOrganise } from '@/shared/api/organise'
import { useSidebar } from '@/shared/api/reads'
import { COLOURS } from '@/shared/api/types'
import { RowSign, signOf } from '@/shared/ui/row-sign'
import { Dialog } from './dialog'
import css from './dialogs.module.css'
import { findEmojis, readEmoji } from './emojis'
import { findRows, sharedLook } from './looks'
import { useNameOf } from './use-name'
import { useRoving } from './use-roving'
import { useWords } from './words'

interface Props {
  ids: string[]
  onClose: () => void
}

export default function AppearanceDialog({ ids, onClose }: Props) {
  const say = useWords()
  const sidebar = useSidebar().data
  const { mutate: organise } = useOrganise()
  const rows = useMemo(() => (sidebar ? findRows(sidebar, ids) : []), [sidebar, ids])
  const row = rows.length === 1 ? rows[0] : undefined
  const [before] = useState(() => sharedLook(rows))
  const [colour, setColour] = useState(before.colour)
  const [emoji, setEmoji] = useState(before.emoji)
  const [query, setQuery] = useState('')
  const name = useNameOf(ids)
  const typed = readEmoji(query)
  const found = typed ? [typed] : findEmojis(query)
  const colours = useRoving()
  const emojis = useRoving()

  const save = () => {
    onClose()
    const looks = {
      ...(colour !== before.colour && { colour }),
      ...(emoji !== before.emoji && { emoji }),
    }
    if (Object.keys(looks).length > 0) organise({ act: 'colour', ids, ...looks })
  }
  return (
    <Dialog
      title={say('look', { count: ids.length, name })}
      act={say('save')}
      onAct={save}
      onClose={onClose}
      size={448}
    >
      {row && (
        <div className={css.looks}>
          <RowSign {...signOf({ ...row, colour: colour ?? null, emoji: emoji ?? null })} />
          <bdi>{row.name}</bdi>
        </div>
      )}
      <fieldset className={css.group}>
        <legend className={css.label}>{say('colour')}</legend>
        <div className={css.swatches} role="radiogroup" aria-label={say('colour')} {...colours}>
          {[null, ...COLOURS].map(value => (
            // biome-ignore lint/a11y/useSemanticElements: a native radio cannot look like a swatch
            <button
              key={value}
              type="button"
              role="radio"
              className={css.swatch}
              data-none={value === null || undefined}
              aria-checked={colour === value}
              aria-label={say(value ?? 'no_colour')}
              title={say(value ?? 'no_colour')}
              tabIndex={(colour ?? null) === value ? 0 : -1}
              data-autofocus={(colour ?? null) === value || undefined}
              onClick={() => setColour(value)}
            >
              <span style={value ? { background: `var(--tint-${value})` } : undefined}>
                {value === null && <IconCircleOff size={16} aria-hidden />}
                {value !== null && colour === value && <IconCheck size={16} stroke={3} aria-hidden />}
              </span>
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset className={css.group}>
        <legend className={css.label}>{say('emoji')}</legend>
        <input
          className={css.find}
          value={query}
          placeholder={say('find_emoji')}
          aria-label={say('find_emoji')}
          autoComplete="off"
          onChange={event => setQuery(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || !query || event.nativeEvent.isComposing) return
            event.preventDefault() // chooses the first that fits; a second Enter saves
            setEmoji(found[0] ?? emoji)
            setQuery('')
          }}
        />
        <div className={css.emojis} {...emojis}>
          {!query && (
            <button
              type="button"
              className={css.emoji}
              aria-label={say('no_emoji')}
              title={say('no_emoji')}
              aria-pressed={emoji === null}
              onClick={() => setEmoji(null)}
            >
              <IconCircleOff size={18} aria-hidden />
            </button>
          )}
          {emoji && !query && !found.includes(emoji) && (
            <button type="button" className={css.emoji} aria-pressed aria-label={say('use_emoji', { emoji })}>
              {emoji}
            </button>
          )}
          {found.map((value, at) => (
            <button
              key={value}
              type="button"
              className={css.emoji}
              aria-label={say('use_emoji', { emoji: value })}
              aria-pressed={emoji === value}
              tabIndex={query && at === 0 ? 0 : -1}
              onClick={() => setEmoji(emoji === value ? null : value)}
            >
              {value}
            </button>
          ))}
          {found.length === 0 && <p className={css.soft}>{say('none_found')}</p>}
        </div>
      </fieldset>
    </Dialog>
  )
}
