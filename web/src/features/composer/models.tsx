// The chosen models as chips, and the way to the list of all.
import { IconPlus, IconX } from '@tabler/icons-react'
import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import css from './composer.module.css'
import { ModelIcon } from './model-icon'
import type { Choice } from './model-picker'
import { cannotAdd } from './offers'
import { useWords } from './words'

interface Props extends Choice {
  onChange: (chosen: string[]) => void
}

const ModelPicker = lazy(() => import('./model-picker'))

export function Models({ chosen, models, ratio, references, onChange }: Props) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const toggle = (id: string) => {
    if (chosen.includes(id)) {
      if (chosen.length > 1) onChange(chosen.filter(known => known !== id))
    } else if (!cannotAdd(id, chosen)) onChange([...chosen, id])
  }
  const close = () => {
    setOpen(false)
    if (document.activeElement?.closest('[data-portal]')) add.current?.focus({ preventScroll: true })
  }
  // A press outside of the list has closed it before the button hears of its own.
  const press = ({ detail }: MouseEvent) => setOpen(!(detail ? wasOpen.current : open))

  return (
    <ul className={css.chips} aria-label={t('models')}>
      {chosen.map(id => {
        const model = models.find(known => known.id === id)
        const name = model?.name ?? id
        return (
          <li key={id} className={css.chip}>
            <button type="button" className={css.chipName} onClick={() => setOpen(true)}>
              <ModelIcon neural={model?.neural ?? true} />
              <span>{name}</span>
            </button>
            {chosen.length > 1 && (
              <button
                type="button"
                className={css.chipOff}
                aria-label={t('removeModel', { name })}
                onClick={() => toggle(id)}
              >
                <IconX size={14} aria-hidden />
              </button>
            )}
          </li>
        )
      })}
      <li className={css.adding}>
        <button
          ref={add}
          type="button"
          className={css.add}
          aria-label={t('addModel')}
          title={t('addModel')}
          aria-haspopup="listbox"
          aria-expanded={open}
          onPointerDown={() => {
            wasOpen.current = open
          }}
          onClick={press}
        >
          <IconPlus size={16} aria-hidden />
        </button>
        {open && (
          <Suspense fallback={null}>
            <ModelPicker {...{ chosen, models, ratio, references }} onToggle={toggle} onClose={close} />
          </Suspense>
        )}
      </li>
    </ul>
  )
}
