// A field over a list in the middle of the page: a few letters, the arrow keys, Enter. What was typed before it
// stood is in it already.
import { Modal } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { takeKeys } from '@/shared/lib/early-keys'
import styles from './finder.module.css'

interface Props<Item extends { id: string }> {
  title: string
  /** The name of the field; what it asks stands in it. */
  label: string
  ask: string
  sign: ReactNode
  query: string
  items: readonly Item[]
  /** Whether `items` answer what is typed now; an Enter before that waits. */
  settled: boolean
  /** Said in place of an empty list. */
  nothing: string
  /** How many fit, for those who do not see it. */
  told?: string
  hint?: string
  /** A heading stands over each run of items with the same one. */
  heading?: (item: Item) => string
  draw: (item: Item) => ReactNode
  onQuery: (query: string) => void
  /** `apart`: with Ctrl or Cmd. */
  onChoose: (item: Item, apart: boolean) => void
  onClose: () => void
}

export function Finder<Item extends { id: string }>(props: Props<Item>) {
  const { title, label, ask, sign, query, items, settled, nothing, told, hint, heading, draw } = props
  const { onQuery, onChoose, onClose } = props
  const base = useId()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const waiting = useRef<{ apart: boolean } | null>(null)
  const current = Math.min(at, items.length - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what scrolls
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, items])

  const type = (next: string) => {
    onQuery(next)
    setAt(0)
    waiting.current = null
  }
  const takeEarly = () => {
    const early = takeKeys()
    if (early.escape) return onClose()
    if (early.text) type(early.text)
    if (early.enter) waiting.current = { apart: false }
  }
  useEffect(() => {
    const item = items[current]
    if (!waiting.current || !settled || !item) return
    const { apart } = waiting.current
    waiting.current = null
    onChoose(item, apart)
  })
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = items.length - 1
    const item = items[current]
    const apart = event.ctrlKey || event.metaKey
    if (event.key === 'ArrowDown') setAt(current >= last ? 0 : current + 1)
    else if (event.key === 'ArrowUp') setAt(current <= 0 ? last : current - 1)
    else if (event.key !== 'Enter') return
    else if (!settled) waiting.current = { apart }
    else if (item) onChoose(item, apart)
    event.preventDefault()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={title}
      yOffset="12dvh"
      size={600}
      padding={0}
      radius="lg"
      classNames={{ content: styles.content, header: 'visually-hidden', body: styles.body }}
    >
      <div className={styles.ask}>
        {sign}
        <input
          className={styles.input}
          // biome-ignore lint/a11y/noAutofocus: it is opened to type into it
          autoFocus
          data-autofocus
          value={query}
          placeholder={ask}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-activedescendant={items[current] && `${base}-${items[current].id}`}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onFocus={takeEarly}
          onChange={event => type(event.target.value)}
          onKeyDown={press}
        />
      </div>
      <div ref={list} id={`${base}-list`} className={styles.list} role="listbox" aria-label={title}>
        {items.map((item, index) => {
          const over = heading?.(item)
          const before = items[index - 1]
          return (
            <div key={item.id} role="presentation">
              {over && (!before || heading?.(before) !== over) && (
                <div className={styles.heading} role="presentation">
                  {over}
                </div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field above */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above */}
              <div
                id={`${base}-${item.id}`}
                className={styles.entry}
                role="option"
                aria-selected={index === current}
                onPointerMove={index === current ? undefined : () => setAt(index)}
                onClick={event => onChoose(item, event.ctrlKey || event.metaKey)}
              >
                {draw(item)}
              </div>
            </div>
          )
        })}
      </div>
      {items.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      {told !== undefined && (
        <p role="status" className="visually-hidden">
          {told}
        </p>
      )}
      {hint && <p className={styles.hint}>{hint}</p>}
    </Modal>
  )
}

/** What stands before the words of an item. */
export function FinderSign({ children }: { children: ReactNode }) {
  return <span className={styles.icon}>{children}</span>
}

/** A name with the folders it lies in: the path gives way to the name, and both stay readable. */
export function FinderWords({ name, path, whole }: { name: ReactNode; path?: string; whole?: string }) {
  return (
    <span className={styles.words}>
      <bdi className={styles.name}>{name}</bdi>
      {path && (
        <bdi className={styles.path} title={whole}>
          {path}
        </bdi>
      )}
    </span>
  )
}
