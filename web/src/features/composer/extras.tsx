// Beside the settings: add references, enhance the prompt, and show or hide what it lacks.
import { IconHistory, IconListCheck, IconPhotoPlus, IconPlayerStop, IconWand } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { keySigns } from '@/shared/lib/keys'
import css from './composer.module.css'
import { useWords } from './strip-words'

const AddMenu = lazy(() => import('./add-menu'))
const DraftHistory = lazy(() => import('./draft-history'))

interface Props {
  sessionId: string | null
  writing: boolean
  checking: boolean
  onEnhance: () => void
  onChecking: () => void
}

export default function Extras({ sessionId, writing, checking, onEnhance, onChecking }: Props) {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const [looking, setLooking] = useState(false)
  const look = useRef<HTMLButtonElement>(null)
  return (
    <span className={css.extras}>
      <span className={css.adding}>
        <button
          ref={add}
          type="button"
          className={css.more}
          aria-label={t('addReference')}
          title={t('addReference')}
          aria-haspopup="menu"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          <IconPhotoPlus size={17} aria-hidden />
        </button>
        {adding && (
          <Suspense fallback={null}>
            <AddMenu
              sessionId={sessionId}
              onClose={() => {
                setAdding(false)
                add.current?.focus({ preventScroll: true })
              }}
            />
          </Suspense>
        )}
      </span>
      <button
        type="button"
        className={css.more}
        title={`${t('enhance')} (${keySigns('Mod+E').join(' ')})`}
        onClick={onEnhance}
      >
        {writing ? <IconPlayerStop size={16} aria-hidden /> : <IconWand size={16} aria-hidden />}
        <span>{t(writing ? 'stopEnhance' : 'enhance')}</span>
      </button>
      <button
        type="button"
        className={css.more}
        aria-label={t('checklist')}
        title={t('checklist')}
        aria-pressed={checking}
        onClick={onChecking}
      >
        <IconListCheck size={17} aria-hidden />
      </button>
      <span className={`${css.adding} ${css.drafts}`}>
        <button
          ref={look}
          type="button"
          className={css.more}
          aria-label={t('drafts')}
          title={t('drafts')}
          aria-haspopup="menu"
          aria-expanded={looking}
          onClick={() => setLooking(!looking)}
        >
          <IconHistory size={17} aria-hidden />
        </button>
        {looking && (
          <Suspense fallback={null}>
            <DraftHistory
              sessionId={sessionId}
              onClose={() => {
                setLooking(false)
                look.current?.focus({ preventScroll: true })
              }}
            />
          </Suspense>
        )}
      </span>
    </span>
  )
}
