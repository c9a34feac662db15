// Tags for one or several pictures: written, or chosen from those of the session.
import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useJudge } from '@/shared/api/judging'
import { imageQuery } from '@/shared/api/references'
import { useTags } from '@/shared/api/tags'
import { Foot, Frame } from '@/shared/ui/dialog-frame'
import { cleanTag, LONGEST, MOST, suggest, tagsOf } from './tags'
import css from './tags.module.css'
import { useWords } from './words'

interface Props {
  imageIds: string[]
  onClose: () => void
}

export default function TagDialog({ imageIds, onClose }: Props) {
  const t = useWords()
  const cache = useQueryClient()
  const judge = useJudge()
  const field = useRef<HTMLInputElement>(null)
  const mistake = useId()
  const [text, setText] = useState('')
  const images = useQueries({ queries: imageIds.map(imageQuery) }).flatMap(({ data }) => data ?? [])
  const sessionId = images[0]?.session_id ?? null
  const known = useTags(sessionId).data ?? []
  const has = tagsOf(images)
  const offered = suggest(known, has, images.length, text)
  const tag = cleanTag(text)
  const wrong =
    [...tag].length > LONGEST
      ? t('tooLong')
      : tag && images.some(({ tags }) => (tags ?? []).length >= MOST)
        ? t('tooMany')
        : null

  const put = (wanted: string) => {
    judge(imageIds, { act: 'tag', tag: wanted })
    setText('')
    field.current?.focus()
  }
  const take = (unwanted: string) => {
    judge(imageIds, { act: 'untag', tag: unwanted })
    field.current?.focus()
  }
  const close = () => {
    for (const id of imageIds) void cache.invalidateQueries({ queryKey: imageQuery(id).queryKey })
    onClose()
  }
  return (
    <Frame title={t('title', { count: imageIds.length })} close={t('close')} size={420} onClose={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (tag && !wrong) put(tag)
          else if (!tag) close()
        }}
      >
        <div className={css.form}>
          <div className={css.write}>
            <input
              ref={field}
              data-autofocus
              value={text}
              aria-label={t('ask')}
              aria-invalid={wrong !== null}
              aria-describedby={wrong ? mistake : undefined}
              placeholder={t('hint')}
              dir="auto"
              autoComplete="off"
              onChange={event => setText(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={!tag || wrong !== null}>
              {t('add')}
            </Button>
          </div>
          {wrong && (
            <p id={mistake} className={css.wrong} role="alert">
              {wrong}
            </p>
          )}
          {has.length > 0 ? (
            <ul className={css.tags} aria-label={t('now')}>
              {has.map(one => (
                <li key={one.tag}>
                  <button
                    type="button"
                    aria-label={t('remove', { tag: one.tag })}
                    title={t('remove', { tag: one.tag })}
                    onClick={() => take(one.tag)}
                  >
                    <bdi>
                      {one.images === images.length
                        ? one.tag
                        : t('some', { tag: one.tag, count: one.images })}
                    </bdi>
                    <IconX size={14} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          ) : (
            <p className={css.none}>{t('none')}</p>
          )}
          {offered.length > 0 && (
            <section>
              <h2>{t('suggestions')}</h2>
              <ul className={css.tags}>
                {offered.map(one => (
                  <li key={one}>
                    <button
                      type="button"
                      data-offer
                      aria-label={t('addTag', { tag: one })}
                      onClick={() => put(one)}
                    >
                      <IconPlus size={14} aria-hidden />
                      <bdi>{one}</bdi>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <Foot>
          <Button onClick={close}>{t('done')}</Button>
        </Foot>
      </form>
    </Frame>
  )
}
