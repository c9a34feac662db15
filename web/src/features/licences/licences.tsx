// Whose work the program holds: a line for each, its terms under it.
import { Button } from '@mantine/core'
import { useLicences } from '@/shared/api/licences'
import { problemOf } from '@/shared/api/problem'
import { Frame } from '@/shared/ui/dialog-frame'
import css from './licences.module.css'
import { useWords } from './words'

export default function Licences({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const { data, error, refetch } = useLicences()
  return (
    <Frame title={t('title')} close={t('close')} size={640} onClose={onClose}>
      <div className={css.list}>
        <p>{t('words')}</p>
        {error && (
          <p role="alert">
            {t('failed', { reason: problemOf(error).detail })}{' '}
            <Button variant="default" size="xs" onClick={() => void refetch()}>
              {t('again')}
            </Button>
          </p>
        )}
        {data?.length === 0 && <p>{t('none')}</p>}
        {data?.map(credit => (
          <details key={credit.title} className={css.credit}>
            <summary>{credit.title}</summary>
            <pre>{credit.text}</pre>
          </details>
        ))}
      </div>
    </Frame>
  )
}
