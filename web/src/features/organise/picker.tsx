// A list of places to search and choose from with the keyboard alone; only what is in view is drawn.
import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import styles from './picker.module.css'
import { PlaceLine } from './place-line'
import type { Place } from './places'
import { useWords } from './words'

interface Props {
  title: string
  ask: string
  nothing: string
  query: string
  places: readonly Place[]
  /** The place that is chosen now. */
  chosen: Place | undefined
  onQuery: (query: string) => void
  onPoint: (place: Place) => void
  onChoose: (place: Place) => void
  onClose: () => void
  /** The buttons. */
  children: ReactNode
}

const ROW = 48

export function Picker(props: Props) {
  const { title, ask, nothing, query, places, chosen, onQuery, onPoint, onChoose, onClose, children } = props
  const say = useWords()
  const base = useId()
  const [list, setList] = useState<HTMLDivElement | null>(null)
  const at = chosen ? places.indexOf(chosen) : -1
  const virtual = useVirtualizer({
    count: places.length,
    getScrollElement: () => list,
    estimateSize: () => ROW,
    overscan: 8,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what scrolls
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, list])

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      const free = places.filter(({ refusal }) => refusal === null)
      const from = chosen ? free.indexOf(chosen) : -1
      const next = free[(from + step + free.length) % free.length]
      if (next) onPoint(next)
    } else if (event.key === 'Enter' && chosen) onChoose(chosen)
    else return
    event.preventDefault()
  }
  const idOf = (place: Place) => `${base}-${place.id ?? 'root'}`
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={520}
      yOffset="10dvh"
      radius="lg"
      closeButtonProps={{ 'aria-label': say('close') }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, body: styles.body }}
    >
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
          aria-activedescendant={chosen && idOf(chosen)}
          autoComplete="off"
          spellCheck={false}
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
                  selected={place === chosen}
                  place_of={[index + 1, places.length]}
                  style={{ transform: `translateY(${start}px)`, height: ROW }}
                  onPoint={() => onPoint(place)}
                  onChoose={() => onChoose(place)}
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
      <footer className={styles.foot}>{children}</footer>
    </Modal>
  )
}
