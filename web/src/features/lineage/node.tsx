// One picture of the lineage: its thumbnail and prompt, the act it came by, and the knob that folds its branch.
import { IconArrowForward, IconGhost2, IconLibraryPhoto, IconSparkles, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { LineageNode } from '@/shared/api/lineage'
import type { Kind } from '@/shared/api/types'
import { thumbWidth } from '@/shared/lib/batches'
import { placeholderUrl } from '@/shared/ui/thumb'
import css from './node.module.css'
import { useWords } from './words'

interface Props {
  node: LineageNode
  x: number
  y: number
  /** Its generation, from 1. */
  depth: number
  /** The act it came by; null for a beginning. */
  kind: Kind | null
  model: string
  /** Whether something grew out of it. */
  branches: boolean
  folded: boolean
  /** How many pictures are folded away below it. */
  hidden: number
  foreign: boolean
  current: boolean
  onFold: (id: string) => void
}

export const KIND_ICONS = { vary: IconSparkles, reference: IconLibraryPhoto, continue: IconArrowForward }

export const PictureNode = memo(function PictureNode(props: Props) {
  const { node, x, y, depth, kind, model, branches, folded, hidden, foreign, current, onFold } = props
  const t = useWords()
  const { id, ghost, image, thumbhash } = node
  const prompt = node.prompt || t(node.model ? 'noPrompt' : 'upload')
  const trashed = image !== null && image.trashed_at !== null
  const Kind = kind && KIND_ICONS[kind]
  const said = [
    prompt.slice(0, 160),
    model,
    t(kind ? `act_${kind}` : 'act_first'),
    ghost && t('ghost'),
    trashed && t('trashed'),
    foreign && t('foreign'),
    folded && t('hidden', { count: hidden }),
  ]
  return (
    <div
      role="treeitem"
      className={css.node}
      data-id={id}
      data-current={current || undefined}
      data-away={ghost || trashed || undefined}
      tabIndex={current ? 0 : -1}
      aria-level={depth}
      aria-selected={current}
      aria-expanded={branches ? !folded : undefined}
      aria-label={said.filter(Boolean).join('. ')}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <span
        className={css.picture}
        style={ghost ? { backgroundImage: `url(${placeholderUrl(thumbhash)})` } : undefined}
      >
        {!ghost && (
          <img
            src={thumbUrl(id, thumbWidth(144, globalThis.devicePixelRatio || 1))}
            alt=""
            decoding="async"
            draggable={false}
          />
        )}
        {ghost && <IconGhost2 size={44} stroke={1.5} className={css.sign} aria-hidden />}
        {trashed && <IconTrash size={38} stroke={1.5} className={css.sign} aria-hidden />}
      </span>
      {Kind && (
        <span className={css.kind} data-kind={kind}>
          <Kind size={15} stroke={2} aria-hidden />
        </span>
      )}
      <span className={css.prompt} dir="auto" aria-hidden>
        {prompt.slice(0, 120)}
      </span>
      {folded && (
        <span className={css.hidden} aria-hidden>
          +{hidden}
        </span>
      )}
      {branches && (
        <button
          type="button"
          className={css.knob}
          tabIndex={-1}
          aria-label={t(folded ? 'unfold' : 'fold')}
          title={folded ? t('unfold_n', { count: hidden }) : `${t('fold')} (Space)`}
          onClick={() => onFold(id)}
        >
          {folded ? `+${hidden}` : '−'}
        </button>
      )}
    </div>
  )
})
