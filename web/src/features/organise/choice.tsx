// A choice that says what it means: a radio as a card.
import { useId } from 'react'
import css from './dialogs.module.css'

interface Props {
  name: string
  value: string
  chosen: boolean
  title: string
  words: string
  onChoose: () => void
}

export function Choice({ name, value, chosen, title, words, onChoose }: Props) {
  const id = useId()
  return (
    <label className={css.choice}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}words`}
        data-autofocus={chosen || undefined}
        onChange={onChoose}
      />
      <span>
        <strong id={`${id}title`}>{title}</strong>
        <span id={`${id}words`} className={css.soft}>
          {words}
        </span>
      </span>
    </label>
  )
}
