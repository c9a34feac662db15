// The list of models to search and choose from; loaded when it is opened.
import { Combobox, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Model } from '@/shared/api/types'
import { money } from '@/shared/lib/money'
import css from './composer.module.css'
import { ModelIcon } from './model-icon'
import { answersTo, cannotAdd } from './offers'
import { useWords } from './words'

export interface Choice {
  chosen: string[]
  models: Model[]
  ratio: string
  /** How many references are on. */
  references: number
}

interface Props extends Choice {
  onToggle: (id: string) => void
  onClose: () => void
}

/** Lies over the button it is placed beside; open as long as it is drawn. */
export default function ModelPicker({ chosen, models, ratio, references, onToggle, onClose }: Props) {
  const t = useWords()
  const [query, setQuery] = useState('')
  const box = useCombobox({ opened: true, onOpenedChange: opened => !opened && onClose() })
  const { focusSearchInput, selectFirstOption } = box
  useEffect(() => {
    focusSearchInput()
    selectFirstOption()
  }, [focusSearchInput, selectFirstOption])
  const full = chosen.length >= 4
  const shown = models.filter(model => answersTo(query, model))

  return (
    <Combobox
      store={box}
      onOptionSubmit={onToggle}
      width={360}
      position="bottom-start"
      withinPortal
      shadow="md"
    >
      <Combobox.DropdownTarget>
        <span className={css.anchor} aria-hidden />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={css.picker}>
        <Combobox.Search
          classNames={{ input: css.search }}
          value={query}
          placeholder={t('findModel')}
          aria-label={t('findModel')}
          onChange={event => {
            setQuery(event.currentTarget.value)
            box.updateSelectedOptionIndex()
          }}
        />
        {full && <p className={css.full}>{cannotAdd('', chosen)}</p>}
        <Combobox.Options mah={340} className={css.options} aria-label={t('models')}>
          {shown.map(model => {
            const reason = cannotAdd(model.id, chosen)
            const active = chosen.includes(model.id)
            return (
              <Combobox.Option
                key={model.id}
                value={model.id}
                active={active}
                aria-selected={active}
                disabled={reason !== null}
                aria-disabled={reason !== null}
                title={reason ?? undefined}
                className={css.option}
              >
                <ModelIcon neural={model.neural} />
                <span className={css.optionText}>
                  <span className={css.optionName}>
                    {model.name}
                    <small>{model.engine_name === model.name ? '' : model.engine_name}</small>
                  </span>
                  <small>{model.description || (model.neural ? '' : t('notNeural'))}</small>
                  {!model.ratios.includes(ratio) && (
                    <small className={css.warn}>{t('lacks', { ratio })}</small>
                  )}
                  {references > model.references && (
                    <small className={css.warn}>
                      {model.references
                        ? t('fewReferences', { count: model.references })
                        : t('lacksReferences')}
                    </small>
                  )}
                </span>
                <span className={css.optionPrice}>
                  {model.price.amount
                    ? t('priceEach', { price: money(model.price.amount, model.price.currency) })
                    : t(model.price.known ? 'sourceFree' : 'sourceUnknown')}
                </span>
                <IconCheck size={16} aria-hidden className={css.tick} data-on={active} />
              </Combobox.Option>
            )
          })}
          {!shown.length && <Combobox.Empty>{t('noSuchModel')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
