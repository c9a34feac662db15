// What is known of a picture that was brought: it was never asked for, so there is no prompt to tell.
import type { Image } from '@/shared/api/types'
import { fullTime } from '@/shared/lib/time'
import over from '@/shared/ui/overlay.module.css'
import { Fact, File } from './fact'
import css from './viewer.module.css'
import { useWords } from './words'

export function BroughtFacts({ image }: { image: Image }) {
  const t = useWords()
  return (
    <aside className={`${over.facts} ${css.facts}`} aria-label={t('facts')}>
      <h2>{t('brought')}</h2>
      <dl>
        {image.file_name && (
          <Fact name={t('name')}>
            <span dir="auto">{image.file_name}</span>
          </Fact>
        )}
        <Fact name={t('measures')}>{`${image.width} × ${image.height}`}</Fact>
        <File image={image} />
        <Fact name={t('broughtAt')}>{fullTime(image.created_at)}</Fact>
      </dl>
    </aside>
  )
}
