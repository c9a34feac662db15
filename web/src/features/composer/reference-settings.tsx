// What a reference is for, how strongly it counts and when it comes: in the little window over its picture.
import { Slider } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useId } from 'react'
import type { Image, Model, Reference, Role } from '@/shared/api/types'
import { isSmall } from '@/shared/api/upload'
import { list } from './offers'
import css from './strip.module.css'
import { useWords } from './strip-words'
import { knowRoles, lacksRole, ROLES, weighing } from './takes'

interface Props {
  reference: Reference
  place: number
  of: number
  models: Model[]
  image: Image | null
  name: string
  bad: string
  onChange: (part: Partial<Reference>) => void
  onMove: (by: number) => void
  onRemove: () => void
}

export function ReferenceSettings(props: Props) {
  const { reference, place, of, models, image, name, bad, onChange, onMove, onRemove } = props
  const t = useWords()
  const id = useId()
  const weigh = weighing(models)
  const names = list(models.map(model => model.name))
  const percent = Math.round(reference.strength * 100)
  return (
    <div className={css.settings}>
      <p className={css.name}>
        <bdi>{name}</bdi>
        {image && <span>{`${image.width} × ${image.height}`}</span>}
      </p>
      {bad && <p className={css.warn}>{bad}</p>}
      {!bad && image && isSmall(image) && <p className={css.hint}>{t('smallPicture')}</p>}
      {knowRoles(models) ? (
        <fieldset className={css.roles}>
          <legend>{t('role')}</legend>
          {[null, ...ROLES].map((role: Role | null) => {
            const reason = role && lacksRole(role, models)
            return (
              <label
                key={role ?? ''}
                className={css.role}
                data-greyed={reason ? true : undefined}
                title={reason ?? undefined}
              >
                <input
                  type="radio"
                  name={`${id}role`}
                  checked={reference.role === role}
                  disabled={reason !== null && reference.role !== role}
                  aria-describedby={reason ? `${id}${role}` : undefined}
                  onChange={() => onChange({ role })}
                />
                <span>{t(role ?? 'noRole')}</span>
                {reason && (
                  <small id={`${id}${role}`} className="visually-hidden">
                    {reason}
                  </small>
                )}
              </label>
            )
          })}
        </fieldset>
      ) : (
        models.length > 0 && <p className={css.hint}>{t('noRoles', { names })}</p>
      )}
      {weigh.length > 0 ? (
        <div className={css.strength}>
          <span id={`${id}strength`}>
            {t('strength')}
            <small>{`${percent} %`}</small>
          </span>
          <Slider
            size="sm"
            min={0}
            max={100}
            step={5}
            label={null}
            value={percent}
            thumbLabel={t('strength')}
            onChange={value => onChange({ strength: value / 100 })}
          />
          {weigh.length < models.length && <small>{t('onlyFor', { names: list(weigh) })}</small>}
        </div>
      ) : (
        models.length > 0 && <p className={css.hint}>{t('noStrength', { names })}</p>
      )}
      <div className={css.acts}>
        <button type="button" disabled={place === 1} onClick={() => onMove(-1)}>
          <IconArrowLeft size={16} aria-hidden />
          {t('earlier')}
        </button>
        <button type="button" disabled={place === of} onClick={() => onMove(1)}>
          {t('later')}
          <IconArrowRight size={16} aria-hidden />
        </button>
        <button type="button" onClick={onRemove}>
          {t('takeOffShort')}
        </button>
      </div>
    </div>
  )
}
