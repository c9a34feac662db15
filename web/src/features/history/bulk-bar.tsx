// What can be done to all chosen pictures at once.
import {
  IconArrowsLeftRight,
  IconCheck,
  IconCopy,
  IconDownload,
  IconFolderSymlink,
  IconStar,
  IconTag,
  IconThumbDown,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Judgement, useJudge } from '@/shared/api/judging'
import type { Image } from '@/shared/api/types'
import { ask } from '@/shared/lib/asks'
import css from './bulk-bar.module.css'
import { useWords } from './words'

interface Props {
  sessionId: string
  ids: string[]
  /** The chosen pictures as they are now, as far as they were read. */
  images: () => Image[]
  onTrash: () => void
  onClear: () => void
}

export default function BulkBar({ sessionId, ids, images, onTrash, onClear }: Props) {
  const t = useWords()
  const judge = useJudge()
  const to = (judgement: Judgement) => () => judge(ids, judgement)
  const comparable = ids.length > 1 && ids.length < 5
  return (
    <div className={css.place}>
      <div className={css.bar} role="toolbar" aria-label={t('bulk')}>
        <span className={css.count} role="status">
          {t('chosen', { count: ids.length })}
        </span>
        <div className={css.tools}>
          <Tool words={t('keep')} sign="K" onPress={to({ act: 'keep' })}>
            <IconCheck size={18} aria-hidden />
          </Tool>
          <Tool words={t('reject')} sign="X" onPress={to({ act: 'reject' })}>
            <IconThumbDown size={17} aria-hidden />
          </Tool>
          <Tool
            words={t('starAll')}
            sign="S"
            onPress={() =>
              judge(ids, { act: images().every(({ favourite }) => favourite) ? 'unstar' : 'star' })
            }
          >
            <IconStar size={18} aria-hidden />
          </Tool>
          <label className={css.rate} title={t('rating')}>
            <span className="visually-hidden">{t('rating')}</span>
            <select
              value=""
              onChange={event => judge(ids, { act: 'rate', rating: Number(event.target.value) })}
            >
              <option value="" disabled hidden>
                {t('rating')}
              </option>
              {[5, 4, 3, 2, 1, 0].map(rating => (
                <option key={rating} value={rating}>
                  {rating ? t('rate', { rating }) : t('unrate')}
                </option>
              ))}
            </select>
          </label>
          <Tool words={t('tag')} sign="T" onPress={() => ask('tag', { imageIds: ids })}>
            <IconTag size={18} aria-hidden />
          </Tool>
          <span className={css.line} aria-hidden />
          <Tool
            words={t('compareChosen')}
            sign="C"
            off={!comparable}
            onPress={() => ask('compare', { sessionId, imageIds: ids })}
          >
            <IconArrowsLeftRight size={18} aria-hidden />
          </Tool>
          <Tool words={t('moveTo')} onPress={() => ask('images-to', { ids, copy: false })}>
            <IconFolderSymlink size={18} aria-hidden />
          </Tool>
          <Tool words={t('copyTo')} onPress={() => ask('images-to', { ids, copy: true })}>
            <IconCopy size={18} aria-hidden />
          </Tool>
          <Tool words={t('download')} sign="D" onPress={() => ask('download', { imageIds: ids })}>
            <IconDownload size={18} aria-hidden />
          </Tool>
          <Tool words={t('trash')} sign="Del" onPress={onTrash}>
            <IconTrash size={18} aria-hidden />
          </Tool>
        </div>
        <Tool words={t('clearChoice')} sign="Esc" onPress={onClear}>
          <IconX size={18} aria-hidden />
        </Tool>
      </div>
    </div>
  )
}

interface ToolProps {
  words: string
  sign?: string
  off?: boolean
  onPress: () => void
  children: ReactNode
}

function Tool({ words, sign, off = false, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className={css.tool}
      aria-label={words}
      title={sign ? `${words} (${sign})` : words}
      disabled={off}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
