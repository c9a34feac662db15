// How to save pictures: the format, and whether the file tells how it was made.
import { Button, Switch } from '@mantine/core'
import { useId, useState } from 'react'
import { pack, packedUrl, pictureUrl } from '@/shared/api/downloads'
import type { Asks } from '@/shared/lib/asks'
import { useKept } from '@/shared/lib/kept'
import { Foot, Frame } from '@/shared/ui/dialog-frame'
import { toastProblem } from '@/shared/ui/toast'
import { choiceOf, FORMATS, onlyOne, toPack, USUAL } from './choice'
import css from './download.module.css'
import { useWords } from './words'

interface Props {
  wanted: Asks['download']
  onClose: () => void
}

export default function DownloadDialog({ wanted, onClose }: Props) {
  const t = useWords()
  const [kept, keep] = useKept('download.choice', USUAL)
  const choice = choiceOf(kept)
  const [busy, setBusy] = useState(false)
  const name = useId()
  const hint = useId()
  const one = onlyOne(wanted)
  const { format, metadata } = choice
  const title = wanted.imageIds ? t('title', { count: wanted.imageIds.length }) : t('title_many')

  const send = async () => {
    if (one) {
      save(pictureUrl(one, format, metadata))
      onClose()
      return
    }
    setBusy(true)
    try {
      save(packedUrl((await pack(toPack(wanted, choice))).id))
      onClose()
    } catch (thrown) {
      toastProblem(thrown)
      setBusy(false)
    }
  }
  return (
    <Frame title={title} close={t('close')} size={420} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <div className={css.form}>
          <fieldset className={css.formats}>
            <legend>{t('format')}</legend>
            {FORMATS.map(each => (
              <label key={each} className={css.format}>
                <input
                  type="radio"
                  name={name}
                  value={each}
                  checked={each === format}
                  data-autofocus={each === format || undefined}
                  onChange={() => keep({ ...choice, format: each })}
                />
                <span>
                  <strong>{t(each)}</strong>
                  <small>{t(`${each}_words`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <div>
            <Switch
              label={t('metadata')}
              checked={metadata}
              disabled={format === 'original'}
              aria-describedby={hint}
              onChange={event => keep({ ...choice, metadata: event.currentTarget.checked })}
            />
            <p id={hint} className={css.hint}>
              {t(
                format === 'original' ? 'metadata_original' : metadata ? 'metadata_words' : 'metadata_clean',
              )}
            </p>
          </div>
          {!one && <p className={css.hint}>{t('zip')}</p>}
        </div>
        <Foot>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('act')}
          </Button>
        </Foot>
      </form>
    </Frame>
  )
}

/** Lets the browser save what an address answers with. */
function save(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
