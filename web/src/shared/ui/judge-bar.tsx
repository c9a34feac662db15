// What one thinks of a picture, in one quiet row: keep, reject, star, rating, tags; and its keys.
import {
  IconCheck,
  IconStar,
  IconStarFilled,
  IconTag,
  IconThumbDown,
  IconThumbDownFilled,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Judgement, useJudge } from '@/shared/api/judging'
import type { Image } from '@/shared/api/types'
import { addWords } from '@/shared/i18n/words'
import { ask } from '@/shared/lib/asks'
import type { Gesture } from '@/shared/lib/gestures'
import css from './judge-bar.module.css'

const { useWords } = addWords('judging', {
  group: 'Judging a picture',
  judge: 'What you think of it',
  keep: 'Keep',
  reject: 'Reject',
  undecide: 'Undecided',
  star: 'Star',
  unstar: 'Take the star off',
  rating: 'Rating',
  rate: 'Rate {{rating}} of 5',
  unrate: 'No rating',
  tag: 'Tags…',
  tags_one: '{{count}} tag: change them',
  tags_other: '{{count}} tags: change them',
  download: 'Download…',
})

interface Props {
  image: Image
}

/** The row itself; pressing what stands takes it back. */
export function JudgeBar({ image }: Props) {
  const say = useWords()
  const judge = useJudge()
  const act = (judgement: Judgement) => judge([image.id], judgement)
  const tags = image.tags ?? []
  const kept = image.verdict === 'kept'
  const rejected = image.verdict === 'rejected'
  return (
    <fieldset className={css.bar} aria-label={say('judge')}>
      <Mark
        words={say('keep')}
        sign="K"
        on={kept}
        tone="good"
        onPress={() => act({ act: kept ? 'undecide' : 'keep' })}
      >
        <IconCheck size={19} stroke={kept ? 2.8 : 1.8} aria-hidden />
      </Mark>
      <Mark
        words={say('reject')}
        sign="X"
        on={rejected}
        tone="bad"
        onPress={() => act({ act: rejected ? 'undecide' : 'reject' })}
      >
        {rejected ? <IconThumbDownFilled size={18} aria-hidden /> : <IconThumbDown size={18} aria-hidden />}
      </Mark>
      <Mark
        words={say('star')}
        sign="S"
        on={image.favourite}
        tone="warn"
        onPress={() => act({ act: image.favourite ? 'unstar' : 'star' })}
      >
        {image.favourite ? <IconStarFilled size={18} aria-hidden /> : <IconStar size={18} aria-hidden />}
      </Mark>
      <Rating rating={image.rating} onRate={rating => act({ act: 'rate', rating })} />
      <button
        type="button"
        className={css.tags}
        aria-label={tags.length ? say('tags', { count: tags.length }) : say('tag')}
        title={`${tags.length ? tags.join(', ') : say('tag')} (T)`}
        onClick={() => ask('tag', { imageIds: [image.id] })}
      >
        <IconTag size={18} aria-hidden />
        {tags.length > 0 && <span>{tags.length}</span>}
      </button>
    </fieldset>
  )
}

function Rating({ rating, onRate }: { rating: number; onRate: (rating: number) => void }) {
  const say = useWords()
  return (
    <fieldset className={css.rating} aria-label={say('rating')}>
      {[1, 2, 3, 4, 5].map(step => (
        <button
          key={step}
          type="button"
          aria-label={say('rate', { rating: step })}
          aria-pressed={step === rating}
          title={`${say('rate', { rating: step })} (${step})`}
          data-on={step <= rating}
          onClick={() => onRate(step === rating ? 0 : step)} // pressing the one that stands takes it back
        >
          <span aria-hidden />
        </button>
      ))}
    </fieldset>
  )
}

interface MarkProps {
  words: string
  sign: string
  on: boolean
  tone: 'good' | 'bad' | 'warn'
  onPress: () => void
  children: ReactNode
}

function Mark({ words, sign, on, tone, onPress, children }: MarkProps) {
  return (
    <button
      type="button"
      className={css.mark}
      aria-label={words}
      aria-pressed={on}
      title={`${words} (${sign})`}
      data-tone={tone}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

/** The keys of judging, for the picture that is current; `id` sets them apart from other places'. */
export function useJudgeGestures(id: string, current: Image | null, when: () => boolean): Gesture[] {
  const say = useWords()
  const judge = useJudge()
  const act = (judgement: Judgement) => () => current && judge([current.id], judgement)
  const here = { group: say('group'), placeOnly: true, when: () => current !== null && when() }
  return [
    { ...here, id: `${id}.keep`, words: say('keep'), key: 'K', run: act({ act: 'keep' }) },
    { ...here, id: `${id}.reject`, words: say('reject'), key: 'X', run: act({ act: 'reject' }) },
    { ...here, id: `${id}.undecide`, words: say('undecide'), key: 'U', run: act({ act: 'undecide' }) },
    {
      ...here,
      id: `${id}.star`,
      words: say('star'),
      key: 'S',
      run: act({ act: current?.favourite ? 'unstar' : 'star' }),
    },
    ...[1, 2, 3, 4, 5].map(rating => ({
      ...here,
      id: `${id}.rate${rating}`,
      words: say('rate', { rating }),
      key: String(rating),
      run: act({ act: 'rate', rating }),
    })),
    { ...here, id: `${id}.unrate`, words: say('unrate'), key: '0', run: act({ act: 'rate', rating: 0 }) },
    {
      ...here,
      id: `${id}.tag`,
      words: say('tag'),
      key: 'T',
      run: () => current && ask('tag', { imageIds: [current.id] }),
    },
    {
      ...here,
      id: `${id}.download`,
      words: say('download'),
      key: 'D',
      run: () => current && ask('download', { imageIds: [current.id] }),
    },
  ]
}
