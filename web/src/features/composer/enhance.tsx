// Under the prompt: what an assistant makes of it as it is written, word by word, and what becomes of that.
import { Switch } from '@mantine/core'
import { IconAlertCircle, IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useImperativeHandle, useMemo } from 'react'
import { keys } from '@/shared/api/keys'
import type { Enhance } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import { diffWords, type Segment } from '@/shared/lib/word-diff'
import css from './enhance.module.css'
import { Checklist } from './enhance-check'
import { fetchAssistants } from './enhance-checking'
import { useWords } from './enhance-words'
import { type Draftlike, useEnhance } from './use-enhance'

export interface EnhanceHandle {
  /** The button or its key: begin, or stop while it is written. */
  press: () => void
  /** Escape: stop or discard; false when there was nothing to do. */
  escape: () => boolean
}

interface Props {
  ref: Ref<EnhanceHandle>
  draft: Draftlike
  /** Whether the checklist is wanted. */
  checking: boolean
  edit: (part: Partial<{ prompt: string; enhance: Enhance | null }>) => void
  onWriting: (writing: boolean) => void
  /** The button was pressed before this was there. */
  early: boolean
  onBegun: () => void
}

export default function EnhanceBox({ ref, draft, checking, edit, onWriting, early, onBegun }: Props) {
  const t = useWords()
  const { writing, text, problem, nothing, ...acts } = useEnhance(draft, edit)
  const busy = writing !== null
  useImperativeHandle(ref, () => ({
    press: () => (busy ? acts.stop() : acts.start()),
    escape: () => {
      if (busy && !writing.quiet) acts.stop()
      else if (draft.enhance) acts.discard()
      else return false
      return true
    },
  }))
  useEffect(() => onWriting(busy), [busy, onWriting])
  useEffect(() => {
    if (!early) return
    acts.start()
    onBegun()
  })
  const name = useAssistantName(draft.enhance?.assistant ?? null)
  const shown = writing && !writing.quiet ? writing.text : text
  return (
    <>
      {(text !== null || (writing && !writing.quiet)) && (
        <fieldset className={css.box} aria-label={t('title')} aria-busy={busy}>
          <Changed
            own={writing && !writing.quiet ? writing.own : draft.prompt}
            text={shown ?? ''}
            partly={busy}
          />
          <div className={css.line}>
            <IconWand size={15} aria-hidden />
            <span className={css.by}>
              {writing ? t(writing.quiet ? 'renewing' : 'writing') : t('by', { name: name })}
            </span>
            {draft.enhance && (
              <>
                <Switch
                  className={css.step ?? ''}
                  size="xs"
                  label={t('inStep')}
                  title={t('inStepHint')}
                  checked={draft.enhance.in_step}
                  onChange={event => acts.setInStep(event.currentTarget.checked)}
                />
                <button
                  type="button"
                  title={t('useHint')}
                  onClick={() => {
                    acts.stop()
                    ask('fill', { draft: { prompt: text ?? draft.prompt, enhance: null }, gone: [] })
                  }}
                >
                  {t('use')}
                </button>
                <button type="button" title={t('discardHint')} onClick={acts.discard}>
                  {t('discard')}
                </button>
              </>
            )}
          </div>
        </fieldset>
      )}
      <div role="status" className={nothing ? css.nothing : 'visually-hidden'}>
        {nothing && t('nothing')}
        {!nothing && draft.enhance && !busy && t('written', { name: name })}
      </div>
      {problem && (
        <div role="alert" className={css.problem}>
          <IconAlertCircle size={16} aria-hidden />
          <span>{t('failed', { reason: problem })}</span>
          <button type="button" onClick={acts.start}>
            {t('again')}
          </button>
          <button type="button" onClick={acts.forget}>
            {t('dismiss')}
          </button>
        </div>
      )}
      {checking && !draft.enhance && !busy && (
        <Checklist prompt={draft.prompt} onAdd={words => edit({ prompt: words })} />
      )}
    </>
  )
}

/** What the assistant calls itself. */
function useAssistantName(id: string | null): string {
  const { data } = useQuery({
    queryKey: keys.assistants,
    queryFn: ({ signal }) => fetchAssistants(signal),
    enabled: id !== null,
    staleTime: 60_000,
  })
  return data?.find(assistant => assistant.id === id)?.name ?? id ?? ''
}

/** The own words plain, the new ones marked, those taken out struck through. */
function Changed({ own, text, partly }: { own: string; text: string; partly: boolean }) {
  const segments = useMemo(() => {
    const all = diffWords(own, text)
    // What is not written yet is not gone.
    return partly && all.at(-1)?.op === 'gone' ? all.slice(0, -1) : all
  }, [own, text, partly])
  let at = 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
    <p className={css.text} dir="auto" tabIndex={0} data-writing={partly || undefined}>
      {segments.map(segment => {
        const key = at
        at += segment.text.length
        return <Part key={`${key}${segment.op}`} {...segment} />
      })}
    </p>
  )
}

function Part({ op, text }: Segment) {
  if (op === 'new') return <ins>{text}</ins>
  if (op === 'gone') return text.trim() ? <del>{text}</del> : null
  return <span>{text}</span>
}
