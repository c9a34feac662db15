// The model picker: chosen models as chips, and a list to search and choose from.
import { Combobox, useCombobox } from '@mantine/core'
import { IconCheck, IconCube, IconPlus, IconSparkles, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Model } from '@/shared/api/types'
import { money } from '@/shared/lib/money'
import css from './composer.module.css'
import { answersTo, cannotAdd } from './offers'
import { useWords } from './words'

interface Props {
  chosen: string[]
  models: Model[]
  ratio: string
  /** How many references are on. */
  references: number
  onChange: (chosen: string[]) => void
}

export function Models({ chosen, models, ratio, references, onChange }: Props) {
  const t = useWords()
  const [query, setQuery] = useState('')
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption()
      setQuery('')
    },
    onDropdownOpen: () => {
      box.focusSearchInput()
      box.selectFirstOption()
    },
  })
  const toggle = (id: string) => {
    if (chosen.includes(id)) {
      if (chosen.length > 1) onChange(chosen.filter(known => known !== id))
    } else if (!cannotAdd(id, chosen)) onChange([...chosen, id])
  }
  const full = chosen.length >= 4
  const shown = models.filter(model => answersTo(query, model))

  return (
    <Combobox
      store={box}
      onOptionSubmit={toggle}
      width={360}
      position="bottom-start"
      withinPortal
      shadow="md"
    >
      <ul className={css.chips} aria-label={t('models')}>
        {chosen.map(id => {
          const model = models.find(known => known.id === id)
          const name = model?.name ?? id
          return (
            <li key={id} className={css.chip}>
              <button type="button" className={css.chipName} onClick={() => box.openDropdown()}>
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
        <li>
          <Combobox.Target targetType="button">
            <button
              type="button"
              className={css.add}
              aria-label={t('addModel')}
              title={t('addModel')}
              onClick={() => box.toggleDropdown()}
            >
              <IconPlus size={16} aria-hidden />
            </button>
          </Combobox.Target>
        </li>
      </ul>
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

function ModelIcon({ neural }: { neural: boolean }) {
  return neural ? <IconCube size={16} aria-hidden /> : <IconSparkles size={16} aria-hidden />
}
