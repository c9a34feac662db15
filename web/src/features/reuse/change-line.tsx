// One field that would change: what it is now, and what it becomes.
import { IconArrowRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { Parent, Reference } from '@/shared/api/types'
import { modelName, valueWords } from '@/shared/lib/batches'
import type { Change } from '@/shared/lib/reuse'
import { diffWords } from '@/shared/lib/word-diff'
import { WordDiff } from '@/shared/ui/word-diff'
import css from './reuse.module.css'
import { useWords } from './words'

interface Props {
  change: Change
  names: ReadonlyMap<string, string>
}

export function ChangeLine({ change, names }: Props) {
  const t = useWords()
  switch (change.field) {
    case 'prompt':
      return (
        <Line name={t('prompt')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too */}
          <p className={css.diff} dir="auto" tabIndex={0}>
            <WordDiff pieces={diffWords(change.now, change.next)} />
            {!change.next && <em>{t('empty')}</em>}
          </p>
        </Line>
      )
    case 'enhance':
      return <Line name={t('enhance')}>{t('putAside')}</Line>
    case 'references':
      return (
        <Line name={t('references')}>
          <Turn now={<Pictures of={change.now} />} next={<Pictures of={change.next} />} />
        </Line>
      )
    case 'parent':
      return (
        <Line name={t('parent')}>
          <Turn now={<Grown parent={change.now} />} next={<Grown parent={change.next} />} />
        </Line>
      )
    case 'models': {
      const list = (ids: string[]) => ids.map(id => modelName(id, names)).join(', ') || t('none')
      return (
        <Line name={t('models')}>
          <Turn now={list(change.now)} next={list(change.next)} />
        </Line>
      )
    }
    case 'option': {
      const { name } = change
      const unset = t(name === 'seed' ? 'anySeed' : name === 'negative' ? 'none' : 'usual')
      const tell = (value: unknown) => (value === null ? unset : valueWords(value))
      return (
        <Line name={name === 'negative' || name === 'seed' ? t(name) : optionName(name)}>
          <Turn now={tell(change.now)} next={tell(change.next)} />
        </Line>
      )
    }
    default:
      return (
        <Line name={t(change.field)}>
          <Turn now={change.now} next={change.next} />
        </Line>
      )
  }
}

/** “cfg_scale” as “Cfg scale”. */
function optionName(name: string): string {
  const plain = name.replace(/[_-]+/g, ' ').trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.line}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Turn({ now, next }: { now: ReactNode; next: ReactNode }) {
  const t = useWords()
  return (
    <span className={css.turn}>
      <span className={css.now} dir="auto">
        {now}
      </span>
      <IconArrowRight size={14} className={css.arrow} aria-hidden />
      <span className="visually-hidden"> {t('becomes')} </span>
      <span className={css.next} dir="auto">
        {next}
      </span>
    </span>
  )
}

function Pictures({ of }: { of: Reference[] }) {
  const t = useWords()
  if (!of.length) return t('none')
  return (
    <span className={css.pictures}>
      {of.map(({ image_id, role, strength }, at) => (
        <span key={image_id} className={css.picture}>
          <Thumb imageId={image_id} alt={t('picture', { at: at + 1 })} />
          <small>
            {[role && t(role), t('percent', { percent: Math.round(strength * 100) })]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      ))}
    </span>
  )
}

function Grown({ parent }: { parent: Parent | null }) {
  const t = useWords()
  if (!parent) return t('none')
  return (
    <span className={css.picture}>
      <Thumb imageId={parent.image_id} alt={t('parentPicture')} />
      <small>{t(parent.kind)}</small>
    </span>
  )
}

/** A picture that may have been deleted for ever since. */
function Thumb({ imageId, alt }: { imageId: string; alt: string }) {
  const [gone, setGone] = useState(false)
  if (gone) return <span className={css.hole} role="img" aria-label={alt} />
  return <img src={thumbUrl(imageId)} alt={alt} draggable={false} onError={() => setGone(true)} />
}
