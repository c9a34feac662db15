// What the chosen picture of a lineage is, what it came from, and what can be made of it.
import {
  IconArrowForward,
  IconArrowsMaximize,
  IconArrowsSplit2,
  IconColumns2,
  IconDots,
  IconFold,
  IconGhost2,
  IconLibraryPhoto,
  IconRestore,
  IconRoute,
  IconSparkles,
} from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { thumbUrl } from '@/shared/api/addresses'
import type { LineageNode } from '@/shared/api/lineage'
import type { Kind } from '@/shared/api/types'
import { fullTime } from '@/shared/lib/time'
import { placeholderUrl } from '@/shared/ui/thumb'
import css from './facts.module.css'
import type { Acts } from './use-acts'
import { useWords } from './words'

const ImageMenu = lazy(() => import('@/shared/ui/image-menu'))

export interface Parent {
  node: LineageNode
  kind: Kind
}

interface Props {
  sessionId: string
  node: LineageNode
  kind: Kind | null
  parents: Parent[]
  model: string
  branches: boolean
  folded: boolean
  hidden: number
  acts: Acts
  menu: boolean
  onMenu: (open: boolean) => void
  onCurrent: (id: string) => void
}

export function Facts(props: Props) {
  const { sessionId, node, kind, parents, model, branches, folded, hidden } = props
  const { acts, menu, onMenu, onCurrent } = props
  const t = useWords()
  const dots = useRef<HTMLButtonElement>(null)
  const { image } = node
  const trashed = image !== null && image.trashed_at !== null
  const foreign = node.session_id !== null && node.session_id !== sessionId
  const living = image && !trashed ? image : null
  const state = node.ghost ? 'ghostWords' : trashed ? 'trashedWords' : foreign ? 'foreignWords' : null
  return (
    <section className={css.around} aria-label={t('facts')}>
      <div className={css.facts}>
        <Thumb node={node} />
        <div className={css.words}>
          <p className={css.about}>
            <b>{t(kind ? `act_${kind}` : node.model || node.ghost ? 'act_first' : 'upload')}</b>
            {model && <span>{model}</span>}
            <span>{fullTime(node.at)}</span>
            {state && <em>{t(state)}</em>}
          </p>
          <p className={css.prompt} dir="auto">
            {node.prompt || t(node.model ? 'noPrompt' : 'upload')}
          </p>
        </div>
        {parents.length > 0 && (
          <ul className={css.parents} aria-label={t('from')}>
            {parents.map(parent => (
              <li key={parent.node.id}>
                <button
                  type="button"
                  title={t('goTo', {
                    act: t('from'),
                    prompt: parent.node.prompt.slice(0, 160) || t('upload'),
                  })}
                  aria-label={t('goTo', {
                    act: t('from'),
                    prompt: parent.node.prompt.slice(0, 160) || t('upload'),
                  })}
                  onClick={() => onCurrent(parent.node.id)}
                >
                  <Thumb node={parent.node} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <fieldset className={css.acts} aria-label={t('acts')}>
          {trashed && image && (
            <Act words={t('restore')} short={t('restore')} onPress={() => acts.restore(image.id)}>
              <IconRestore size={18} aria-hidden />
            </Act>
          )}
          {living && (
            <>
              <Act words={t('open')} sign="Enter" onPress={() => acts.open(node.id)}>
                <IconArrowsMaximize size={18} aria-hidden />
              </Act>
              <Act words={t('vary')} short={t('vary')} sign="V" onPress={() => acts.grow(node.id, 'vary')}>
                <IconSparkles size={18} aria-hidden />
              </Act>
              <Act words={t('refer')} short={t('referShort')} sign="R" onPress={() => acts.refer(node.id)}>
                <IconLibraryPhoto size={18} aria-hidden />
              </Act>
              <Act
                words={t('continue')}
                short={t('continueShort')}
                onPress={() => acts.grow(node.id, 'continue')}
              >
                <IconArrowForward size={18} aria-hidden />
              </Act>
            </>
          )}
          {acts.canCompare(node.id) && (
            <Act words={t('compare')} sign="C" onPress={() => acts.compare(node.id)}>
              <IconColumns2 size={18} aria-hidden />
            </Act>
          )}
          {living && node.model && (
            <Act words={t('replay')} short={t('replayShort')} onPress={() => acts.replay(node.id)}>
              <IconRoute size={18} aria-hidden />
            </Act>
          )}
          {branches && (
            <Act
              words={folded ? t('unfold_n', { count: hidden }) : t('fold')}
              sign="Space"
              onPress={() => acts.fold(node.id)}
            >
              {folded ? <IconArrowsSplit2 size={18} aria-hidden /> : <IconFold size={18} aria-hidden />}
            </Act>
          )}
          {living && (
            <span className={css.menu}>
              <button
                ref={dots}
                type="button"
                className={css.act}
                aria-label={t('menu')}
                title={t('menu')}
                aria-haspopup="menu"
                aria-expanded={menu}
                onClick={() => onMenu(!menu)}
              >
                <IconDots size={18} aria-hidden />
              </button>
              {menu && (
                <Suspense fallback={null}>
                  <ImageMenu
                    imageId={node.id}
                    sessionId={node.session_id ?? sessionId}
                    onTrash={() => acts.trash(node.id)}
                    onClose={() => {
                      onMenu(false)
                      dots.current?.focus({ preventScroll: true })
                    }}
                  />
                </Suspense>
              )}
            </span>
          )}
        </fieldset>
      </div>
    </section>
  )
}

function Thumb({ node: { id, ghost, thumbhash } }: { node: LineageNode }) {
  return (
    <span className={css.thumb} style={{ backgroundImage: `url(${placeholderUrl(thumbhash)})` }}>
      {ghost ? <IconGhost2 size={20} aria-hidden /> : <img key={id} src={thumbUrl(id)} alt="" />}
    </span>
  )
}

interface ActProps {
  words: string
  sign?: string
  /** Beside the sign where there is room. */
  short?: string
  onPress: () => void
  children: ReactNode
}

function Act({ words, sign, short, onPress, children }: ActProps) {
  return (
    <button
      type="button"
      className={css.act}
      aria-label={words}
      title={sign ? `${words} (${sign})` : words}
      onClick={onPress}
    >
      {children}
      {short && <span>{short}</span>}
    </button>
  )
}
