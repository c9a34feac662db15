// A small panel of filters: groups of choices, a list to pick from, days.
import { Popover, type PopoverProps } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './filter-panel.module.css'

interface PanelProps {
  label: string
  position: NonNullable<PopoverProps['position']>
  /** At most this wide, in pixels. */
  width: number
  /** What it hangs on: an element of no size, placed by this class. */
  anchor: string | undefined
  onClose: () => void
  children: ReactNode
}

export function Panel({ label, position, width, anchor, onClose, children }: PanelProps) {
  return (
    <Popover
      opened
      onDismiss={onClose}
      position={position}
      offset={8}
      width={`min(${width}px, calc(100vw - 24px))`}
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className={anchor} />
      </Popover.Target>
      <Popover.Dropdown className={css.panel ?? ''} role="dialog" aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Choices that belong together; `more` stands under them. */
export function Choices({ words, more, children }: { words: string; more?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={css.group}>
      <legend>{words}</legend>
      <div className={css.row}>{children}</div>
      {more}
    </fieldset>
  )
}

/** One of them: of several with a `name` only one is on. */
export function Choice(props: { words: string; name?: string; on: boolean; onFlip: () => void }) {
  const { words, name, on, onFlip } = props
  return (
    <label className={css.choice}>
      <input
        type={name ? 'radio' : 'checkbox'}
        name={name}
        className="visually-hidden"
        checked={on}
        onChange={onFlip}
      />
      {words}
    </label>
  )
}

interface PickProps {
  words: string
  any: string
  value: string | null
  options: { value: string; words: string }[]
  onPick: (value: string | null) => void
}

/** One of many, or any. */
export function Pick({ words, any, value, options, onPick }: PickProps) {
  return (
    <label className={css.group}>
      <span>{words}</span>
      <select
        className={css.input}
        value={value ?? ''}
        onChange={event => onPick(event.target.value || null)}
      >
        <option value="">{any}</option>
        {options.map(one => (
          <option key={one.value} value={one.value}>
            {one.words}
          </option>
        ))}
      </select>
    </label>
  )
}

interface DaysProps {
  words: string
  from: { words: string; day: string | null; onPick: (day: string | null) => void }
  to: { words: string; day: string | null; onPick: (day: string | null) => void }
}

/** From a day to a day (YYYY-MM-DD), both open to no end. */
export function Days({ words, from, to }: DaysProps) {
  return (
    <fieldset className={css.group}>
      <legend>{words}</legend>
      <div className={css.days}>
        <input
          type="date"
          className={css.input}
          aria-label={from.words}
          value={from.day ?? ''}
          max={to.day ?? undefined}
          onChange={event => from.onPick(event.target.value || null)}
        />
        <input
          type="date"
          className={css.input}
          aria-label={to.words}
          value={to.day ?? ''}
          min={from.day ?? undefined}
          onChange={event => to.onPick(event.target.value || null)}
        />
      </div>
    </fieldset>
  )
}

/** A button in words alone, such as the one that takes all filters off. */
export function Plain({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" className={css.plain} onClick={onClick}>
      {words}
    </button>
  )
}
