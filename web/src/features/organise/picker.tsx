// A list of places to search and choose from with the keyboard alone; only what is in view is drawn.
import { IconBan, IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useState } from 'react'
import { takeKeys } from '@/shared/lib/early-keys'
import { Foot, Frame } from '@/shared/ui/dialog-frame'
import styles from './picker.module.css'
import { PlaceLine } from './place-line'
import { type Place, stepPlace } from './places'
import { useWords } from './words'

interface Props {
  title: string
  ask: string
  nothing: string
  query: string
  places: readonly Place[]
  /** Places stand under one another as in the tree, else each says where it lies. */
  tree?: boolean
  /** The place that is pointed at now; it may be one that cannot be chosen. */
  pointed: Place | undefined
  onQuery: (query: string) => void
  onPoint: (place: Place) => void
  /** A place that can be chosen was. */
  onChoose: (place: Place) => void
  onClose: () => void
  /** A button at the start of the foot. */
  start?: ReactNode
  /** The buttons. */
  children: ReactNode
}

const LINES = 48 // pixels of a row that says where it lies
const LINE = 36
const TOUCH = 44

export function Picker(props: Props) {
  const { title, ask, nothing, query, places, tree = false, pointed, start, children } = props
  const { onQuery, onPoint, onChoose, onClose } = props
  const say = useWords()
  const base = useId()
  const [list, setList] = useState<HTMLDivElement | null>(null)
  const [asked, setAsked] = useState<Place | null>(null)
  const at = pointed ? places.indexOf(pointed) : -1
  const height = tree ? (matchMedia('(pointer: coarse)').matches ? TOUCH : LINE) : LINES
  const virtual = useVirtualizer({
    count: places.length,
    getScrollElement: () => list,
    estimateSize: () => height,
    overscan: 8,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useLayoutEffect(() => virtual.measure(), [height])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what scrolls
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, list, height])

  const choose = (place: Place) => {
    if (place.refusal === null) onChoose(place)
    else setAsked(place)
  }
  const takeEarly = () => {
    const early = takeKeys()
    if (early.escape) onClose()
    else if (early.text) onQuery(early.text)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      const next = stepPlace(places, pointed, step)
      if (next) onPoint(next)
    } else if (event.key === 'Enter' && pointed) choose(pointed)
    else return
    event.preventDefault()
  }
  const idOf = (place: Place) => `${base}-${place.id ?? 'root'}`
  const refusal = pointed?.refusal ?? null
  return (
    <Frame title={title} close={say('close')} size={520} onClose={onClose}>
      <div className={styles.ask}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          value={query}
          placeholder={ask}
          role="combobox"
          aria-label={ask}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-activedescendant={pointed && idOf(pointed)}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onFocus={takeEarly}
          onChange={event => onQuery(event.target.value)}
          onKeyDown={press}
        />
      </div>
      {/* The keys are heard by the field; the list itself scrolls by touch and wheel. */}
      <div ref={setList} className={styles.scroller} data-empty={places.length === 0 || undefined}>
        <div
          id={`${base}-list`}
          role="listbox"
          aria-label={title}
          className={styles.list}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const place = places[index]
            return (
              place && (
                <PlaceLine
                  key={idOf(place)}
                  id={idOf(place)}
                  place={place}
                  tree={tree}
                  selected={place === pointed}
                  place_of={[index + 1, places.length]}
                  style={{ transform: `translateY(${start}px)`, height }}
                  onPoint={() => onPoint(place)}
                  onChoose={() => choose(place)}
                />
              )
            )
          })}
        </div>
      </div>
      {places.length === 0 && (
        <p className={styles.nothing} role="status">
          {nothing}
        </p>
      )}
      {refusal && (
        <p
          key={asked === pointed ? 'asked' : 'told'}
          className={styles.told}
          data-asked={asked === pointed || undefined}
          role={asked === pointed ? 'alert' : 'status'}
        >
          <IconBan size={16} stroke={1.8} aria-hidden />
          {say(`why_${refusal}`)}
        </p>
      )}
      <Foot start={start}>{children}</Foot>
    </Frame>
  )
}
