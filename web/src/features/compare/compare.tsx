// Two to four pictures against each other: one zoom for all, what differs in making them, a blind choice.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useComparison } from '@/shared/api/comparisons'
import type { Filters } from '@/shared/api/filters'
import { useBatches, useModels } from '@/shared/api/reads'
import { ask } from '@/shared/lib/asks'
import { modelName } from '@/shared/lib/batches'
import { isInFront } from '@/shared/lib/in-front'
import { useKept } from '@/shared/lib/kept'
import { picturesIn, picturesOf } from '@/shared/lib/pictures'
import { Filmstrip } from '@/shared/ui/filmstrip'
import { JudgeBar } from '@/shared/ui/judge-bar'
import { Nothing, Overlay } from '@/shared/ui/overlay'
import over from '@/shared/ui/overlay.module.css'
import { Bar } from './bar'
import { Blind } from './blind'
import css from './compare.module.css'
import { Differences } from './differences'
import { Flip, type Pane, SideBySide, Slider } from './panes'
import { idsOf, replaced } from './places'
import { useBlind } from './use-blind'
import { useCompareGestures, type Way } from './use-compare-gestures'
import { usePan } from './use-pan'
import { useWords } from './words'

interface Props {
  sessionId: string
  /** What of the session the view beneath shows. */
  filters: Filters
  /** What the address names, two to four ids with commas between. */
  asked: unknown
  onIds: (ids: string[]) => void
  onClose: () => void
}

export default function Compare({ sessionId, filters, asked, onIds, onClose }: Props) {
  const ids = useMemo(() => idsOf(asked), [asked])
  const t = useWords()
  const { data, isError, isPending } = useComparison(ids)
  const models = useModels().data ?? []
  const names = new Map(models.map(({ id, name }) => [id, name]))
  const read = useBatches(sessionId)
  const pictures = useMemo(
    () => picturesIn(picturesOf(read.data?.pages.flatMap(page => page.items) ?? []), filters, ids),
    [read.data, filters, ids],
  )
  const frame = useRef<HTMLDivElement>(null)
  const pan = usePan()
  const blind = useBlind(sessionId, ids)
  const [kept, setWay] = useKept<Way>('compare.way', 'side')
  const [at, setCurrent] = useState(0)
  const [facts, setFacts] = useState(() => matchMedia('(min-width: 56em)').matches)

  const known = new Map(data?.items.map(item => [item.image.id, item]))
  const panes: Pane[] = blind.order.flatMap((id, place) => {
    const item = known.get(id)
    if (!item) return []
    const model = item.generation ? modelName(item.generation.model, names) : t('unknownModel')
    const name = blind.hidden ? t('picture', { at: place + 1 }) : model
    const alt = blind.hidden ? name : t('alt', { name, prompt: item.prompt.slice(0, 300) })
    return [{ image: item.image, name, alt, won: id === blind.winner }]
  })
  const current = Math.min(at, Math.max(0, panes.length - 1))
  const image = blind.hidden ? null : (panes[current]?.image ?? null)
  const [first, second] = panes
  const way = kept === 'slider' && (panes.length !== 2 || blind.on) ? 'side' : kept
  const winner = panes.findIndex(({ won }) => won)
  const ready = panes.length >= 2 && panes.length === ids.length

  const close = useCallback(() => {
    const focused = ids[0]
    onClose()
    if (focused) setTimeout(() => ask('tile', { imageId: focused }), 50)
  }, [onClose, ids])

  const place = Math.max(0, ids.indexOf(blind.order[current] ?? ''))
  const put = (id: string) => onIds(replaced(ids, place, id))
  const others = pictures.filter(one => !ids.includes(one.image.id))
  const add = others[0] && ids.length < 4 ? () => onIds([...ids, others[0]?.image.id ?? '']) : null
  const drop = ids.length > 2 ? () => onIds(ids.filter((_, one) => one !== place)) : null
  useCompareGestures({
    ...{ pan, way, setWay, current, setCurrent, image, blind },
    count: panes.length,
    isInFront: () => isInFront(frame.current),
    onFacts: () => setFacts(open => !open),
  })

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = read
  const index = pictures.findIndex(one => one.image.id === ids[place])
  useEffect(() => {
    const near = index < 0 || index >= pictures.length - 8
    if (near && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [index, pictures.length, hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <Overlay label={t('title')} frame={frame} facts={facts && ready && !blind.hidden} onClose={close}>
      <Bar
        {...{ way, pan, facts, add, drop }}
        count={panes.length}
        blind={blind.on}
        onWay={setWay}
        onBlind={() => (blind.on ? blind.end() : blind.begin())}
        onFacts={() => setFacts(!facts)}
        onClose={close}
      />
      {ready && first && second ? (
        <>
          <div className={css.stage}>
            {way === 'slider' ? (
              <Slider panes={[first, second]} pan={pan} />
            ) : way === 'flip' ? (
              <Flip panes={panes} pan={pan} current={current} />
            ) : (
              <SideBySide
                {...{ panes, pan, current }}
                onCurrent={setCurrent}
                onWin={blind.hidden ? blind.choose : null}
              />
            )}
          </div>
          {facts && data && !blind.hidden && (
            <Differences comparison={data} order={blind.order} names={names} />
          )}
          <footer className={`${over.foot} ${css.foot}`}>
            {blind.on && (
              <Blind
                blind={blind}
                names={names}
                winner={winner < 0 ? null : t('winner', { at: winner + 1, name: panes[winner]?.name ?? '' })}
                count={panes.length}
              />
            )}
            {image && (
              <div className={css.judging}>
                <span>{t('picture', { at: current + 1 })}</span>
                <JudgeBar image={image} />
              </div>
            )}
            {!blind.on && pictures.length > 2 && (
              <Filmstrip
                words={t('strip', { at: current + 1 })}
                nameOf={(one, number) =>
                  t('thumb', { at: number + 1, prompt: one.batch.prompt.slice(0, 120) })
                }
                pictures={pictures}
                currentId={ids[place] ?? null}
                shownIds={ids}
                onChoose={put}
              />
            )}
          </footer>
        </>
      ) : (
        <Nothing>
          {ids.length >= 2 && isPending && !isError ? (
            <p>{t('searching')}</p>
          ) : (
            <>
              <h2>{t('few')}</h2>
              <p>{t('fewWords')}</p>
            </>
          )}
        </Nothing>
      )}
    </Overlay>
  )
}
