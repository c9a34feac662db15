// The composer: a prompt, what should draw it, and Generate.
import { Collapse } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react'
import { problemOf } from '@/shared/api/problem'
import { useModels } from '@/shared/api/reads'
import type { Batch, Model } from '@/shared/api/types'
import { type Asks, useAsk } from '@/shared/lib/asks'
import { useGestures } from '@/shared/lib/gestures'
import { useKept } from '@/shared/lib/kept'
import { isApple, keySigns } from '@/shared/lib/keys'
import { wasMade } from '@/shared/lib/made'
import css from './composer.module.css'
import { MOST_IMAGES } from './draft'
import type { EnhanceHandle } from './enhance'
import { costWords, estimate } from './estimate'
import { useFilled } from './filled'
import { Line } from './line'
import { Models } from './models'
import { lacksRatio, sharedRatio } from './offers'
import { PromptBox } from './prompt'
import { Ratios } from './ratios'
import { useDraft } from './use-draft'
import { useGenerate } from './use-generate'
import { useShrunk } from './use-shrunk'
import { useWords } from './words'

interface Props {
  sessionId: string | null
  onStarted: (batch: Batch) => void
}

/** The composer of a session, or with `sessionId` null of the session that Generate will make. */
export default function Composer(props: Props) {
  return <SessionComposer key={props.sessionId ?? ''} {...props} />
}

const Advanced = lazy(() => import('./advanced'))
const Strip = lazy(() => import('./strip'))
const Extras = lazy(() => import('./extras'))
const EnhanceBox = lazy(() => import('./enhance'))
const NONE: Model[] = []
// A phone would open its keyboard over the page.
const hasKeyboard = () => window.matchMedia?.('(pointer: fine)').matches ?? false
const COUNTS = Array.from({ length: MOST_IMAGES }, (_, at) => at + 1)

function SessionComposer({ sessionId, onStarted }: Props) {
  const t = useWords()
  const id = useId()
  const offered = useModels()
  const models = offered.data ?? NONE
  const { draft, loaded, trouble, change, flush } = useDraft(sessionId, offered.data)
  const { sending, problem, forget, generate } = useGenerate(sessionId, onStarted)
  const [hint, setHint] = useState(false)
  const [advanced, setAdvanced] = useState(false)
  /** What was asked for by a press that came before the kept draft or the models did. */
  const [pressed, setPressed] = useState<string | null>(null)
  const filling = useRef<Asks['fill'][]>([])
  /** Why the chosen models do not take the references; the strip that shows them says so. */
  const [badReferences, setBadReferences] = useState<string | null>(null)
  const [writing, setWriting] = useState(false)
  const [checking, setChecking] = useKept('composer.checklist', true)
  const prompt = useRef<HTMLTextAreaElement>(null)
  const own = useRef<string | null>(null)
  const enhance = useRef<EnhanceHandle>(null)
  const [early, setEarly] = useState(false)
  const { sentinel, card, away, shrunk, room } = useShrunk()

  const chosen = useMemo(
    () => draft.models.flatMap(id => models.find(model => model.id === id) ?? []),
    [draft.models, models],
  )
  const made = estimate(chosen, draft.images_per_model)
  const empty = !draft.prompt.trim()
  const badRatio = lacksRatio(draft.ratio, chosen)
  const otherRatio = badRatio ? sharedRatio(chosen) : null
  const mistake = problem?.field?.startsWith('options.')
    ? { name: problem.field.slice('options.'.length), words: problem.detail }
    : null
  useEffect(() => {
    if (wasMade(sessionId) || (sessionId === null && hasKeyboard())) prompt.current?.focus()
  }, [sessionId])
  useEffect(() => {
    if (mistake) setAdvanced(true)
  }, [mistake])

  const edit = (part: Parameters<typeof change>[0]) => {
    own.current = part.prompt ?? own.current
    change(part)
    forget()
    setHint(false)
  }
  const go = (asked = draft.prompt) => {
    if (!asked.trim()) {
      setHint(true)
      prompt.current?.focus()
    } else if (!loaded || offered.isPending) {
      setPressed(asked)
    } else if (chosen.length && !badRatio && !badReferences) {
      flush()
      generate({ ...draft, models: chosen.map(model => model.id) }, chosen, asked)
    }
  }
  const improve = () => {
    if (!empty) return enhance.current ? enhance.current.press() : setEarly(true)
    setHint(true)
    prompt.current?.focus()
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const within = event.currentTarget.contains(event.target as Node) // not in a window that lies over it
    if (event.key === 'Escape' && within && !event.defaultPrevented && enhance.current?.escape()) {
      event.preventDefault()
      prompt.current?.focus()
    }
    if (event.key !== 'Enter' || !(isApple ? event.metaKey : event.ctrlKey)) return
    event.preventDefault()
    go()
  }
  useAsk('prompt', () => prompt.current?.focus())
  // A prompt that comes from elsewhere is a new own text: what was made of the one before goes.
  const takeIn = (part: Parameters<typeof change>[0]) =>
    edit('prompt' in part ? { enhance: null, ...part } : part)
  const fill = useFilled(draft, takeIn, prompt)
  useAsk('fill', asked => (loaded ? fill(asked) : void filling.current.push(asked)))
  // What came before the draft and the models did is kept, not lost.
  useEffect(() => {
    if (!loaded) return
    for (const asked of filling.current.splice(0)) fill(asked)
    if (pressed === null || offered.isPending) return
    setPressed(null)
    go(pressed)
  })
  useGestures([
    {
      id: 'generate',
      words: t('generate'),
      group: 'Session',
      key: 'Mod+Enter',
      run: () => go(),
      placeOnly: true,
    },
    { id: 'enhance', words: t('enhance'), group: 'Session', key: 'Mod+E', run: improve },
  ])

  const alert = mistake ? null : (problem?.detail ?? null)
  return (
    <>
      <div ref={sentinel} className={css.sentinel} />
      <section
        ref={card}
        className={css.composer}
        data-away={away}
        data-shrunk={shrunk}
        data-takes-references
        style={{ marginBottom: room }}
        aria-label={t('prompt')}
        onKeyDown={press}
      >
        <PromptBox
          ref={prompt}
          value={draft.prompt}
          own={own}
          loading={!loaded}
          shrunk={shrunk}
          describedBy={hint && empty ? `${id}hint` : undefined}
          onChange={words =>
            edit({ prompt: words, ...(!words.trim() && draft.enhance && { enhance: null }) })
          }
          onBlur={flush}
        />
        <div className={css.send}>
          <button
            type="button"
            className={css.generate}
            aria-disabled={empty || (loaded && !chosen.length) || badRatio !== null || badReferences !== null}
            aria-describedby={`${id}cost`}
            title={empty ? t('sayFirst') : undefined}
            onClick={() => go()}
          >
            {sending ? t('sending') : t('generate')}
            <span className={css.key} aria-hidden="true">
              {keySigns('Mod+Enter').join(isApple ? '' : ' ')}
            </span>
          </button>
          <p id={`${id}cost`} className={css.cost}>
            <span>{t('images', { count: made.images })} · </span>
            {costWords(made, t('priceUnknown')) ?? t('free')}
          </p>
        </div>
        <div className={css.over} hidden={shrunk}>
          <Suspense fallback={null}>
            <EnhanceBox
              ref={enhance}
              {...{ draft, checking, edit, early }}
              onWriting={setWriting}
              onBegun={() => setEarly(false)}
            />
            <Strip {...{ sessionId, draft, loaded, edit }} models={chosen} onLack={setBadReferences} />
          </Suspense>
        </div>
        <div className={css.tools} inert={shrunk}>
          {offered.isSuccess && (
            <Models
              chosen={draft.models}
              models={models}
              ratio={draft.ratio}
              references={draft.references.length}
              onChange={picked => edit({ models: picked })}
            />
          )}
          {!offered.isSuccess && <span className={css.bone} />}
          <Ratios value={draft.ratio} models={chosen} onChange={ratio => edit({ ratio })} />
          <div className={css.choices}>
            <select
              className={css.count}
              aria-label={t('perModel')}
              title={t('perModel')}
              value={draft.images_per_model}
              onChange={event => edit({ images_per_model: Number(event.currentTarget.value) })}
            >
              {COUNTS.map(count => (
                <option key={count} value={count}>{`× ${count}`}</option>
              ))}
            </select>
            <Suspense fallback={null}>
              <Extras
                {...{ sessionId, writing, checking }}
                onEnhance={improve}
                onChecking={() => setChecking(!checking)}
              />
            </Suspense>
            <button
              type="button"
              className={css.more}
              data-last
              aria-expanded={advanced}
              aria-controls={`${id}advanced`}
              onClick={() => setAdvanced(open => !open)}
            >
              <IconAdjustmentsHorizontal size={16} aria-hidden />
              <span>{t('advanced')}</span>
            </button>
          </div>
        </div>
        <div className={css.below} hidden={shrunk}>
          <Collapse expanded={advanced} transitionDuration={160} id={`${id}advanced`}>
            {advanced && (
              <Suspense fallback={null}>
                <Advanced
                  options={draft.options}
                  models={chosen}
                  mistake={mistake}
                  onChange={options => edit({ options })}
                />
              </Suspense>
            )}
          </Collapse>
          {badRatio && (
            <Line
              words={
                otherRatio
                  ? t('mendRatio', { reason: badRatio, ratio: otherRatio })
                  : t('noSharedRatio', { reason: badRatio })
              }
            >
              {otherRatio && (
                <button type="button" onClick={() => edit({ ratio: otherRatio })}>
                  {t('useRatio', { ratio: otherRatio })}
                </button>
              )}
            </Line>
          )}
          {offered.isSuccess && !models.length && <Line words={t('noModel')} />}
          {offered.isError && (
            <Line words={t('modelsFailed', { reason: problemOf(offered.error).detail })}>
              <button type="button" onClick={() => void offered.refetch()}>
                {t('again')}
              </button>
            </Line>
          )}
          {trouble && <Line words={t('unsaved', { reason: trouble })} />}
        </div>
        <div role="alert" className={css.alerts}>
          {hint && empty && <Line id={`${id}hint`} words={t('sayFirst')} />}
          {alert && <Line words={alert} />}
        </div>
      </section>
    </>
  )
}
