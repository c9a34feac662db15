// “How did I get here”: the pictures a picture grew out of, each with the act and what it changed of the prompt.
import { IconArrowRight, IconGhost2 } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import { type PathStep, usePath } from '@/shared/api/ancestry'
import { placeholderUrl } from '@/shared/ui/thumb'
import css from './path.module.css'
import { changedWords } from './path-words'
import { useWords } from './words'

interface Props {
  imageId: string
  sessionId: string
  /** Walks to a picture; it may lie in another session. */
  onWalk: (imageId: string, sessionId: string) => void
}

/** Nothing for a picture that grew out of none. */
export function Path({ imageId, sessionId, onWalk }: Props) {
  const t = useWords()
  const { data } = usePath(imageId)
  const row = useRef<HTMLElement>(null)
  const count = data?.steps.length ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way is what moves the row
  useEffect(() => {
    if (row.current) row.current.scrollLeft = row.current.scrollWidth
  }, [imageId, count])
  if (!data || count < 2) return null
  return (
    <nav ref={row} className={css.path} aria-label={t('path')}>
      <h2>{t('path')}</h2>
      <ol>
        {data.steps.map((step, at) => (
          <Step
            key={step.node.id}
            step={step}
            before={data.steps[at - 1] ?? null}
            current={step.node.id === imageId}
            sessionId={sessionId}
            onWalk={onWalk}
          />
        ))}
      </ol>
      {data.others > 0 && <p>{t('others', { count: data.others })}</p>}
    </nav>
  )
}

interface StepProps {
  step: PathStep
  before: PathStep | null
  current: boolean
  sessionId: string
  onWalk: Props['onWalk']
}

function Step({ step: { node, kind }, before, current, sessionId, onWalk }: StepProps) {
  const t = useWords()
  const act = t(kind ? `kind_${kind}` : 'kind_first')
  const change = before ? changedWords(before.node.prompt, node.prompt) : node.prompt
  const said = change || t(before ? 'samePrompt' : 'brought')
  const picture = (
    <span className={css.thumb} style={{ backgroundImage: `url(${placeholderUrl(node.thumbhash)})` }}>
      {node.ghost ? <IconGhost2 size={20} aria-hidden /> : <img src={thumbUrl(node.id, 320)} alt="" />}
    </span>
  )
  const words = (
    <span className={css.words}>
      <b>{node.ghost ? `${act} · ${t('ghost')}` : act}</b>
      <span dir="auto">{said}</span>
    </span>
  )
  // A picture that was brought belongs to no session's history: it is looked at where one is.
  const place = node.image?.origin === 'uploaded' ? sessionId : node.session_id
  return (
    <li>
      {before && <IconArrowRight size={14} className={css.arrow} aria-hidden />}
      {node.ghost || place === null ? (
        <span className={css.step} data-ghost title={node.prompt}>
          {picture}
          {words}
        </span>
      ) : (
        <button
          type="button"
          className={css.step}
          aria-current={current ? 'step' : undefined}
          title={node.prompt}
          onClick={() => !current && onWalk(node.id, place)}
        >
          {picture}
          {words}
        </button>
      )}
    </li>
  )
}
