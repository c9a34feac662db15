// One engine: how it stands and what it cost, its place in the order, and its settings when it is opened.
import { Collapse } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconGripVertical } from '@tabler/icons-react'
import { useId } from 'react'
import type { Engine, EngineKind } from '@/shared/api/types'
import { money } from '@/shared/lib/money'
import { Tool } from '@/shared/ui/tool'
import { EngineDetails } from './engine-details'
import css from './settings.module.css'
import type { Drag } from './use-drag-order'
import { useWords } from './words'

interface Props {
  engine: Engine
  /** undefined when its package is gone. */
  kind: EngineKind | undefined
  first: boolean
  last: boolean
  open: boolean
  onOpen: (open: boolean) => void
  onMove: (by: -1 | 1) => void
  drag: Drag
}

export function EngineCard({ engine, kind, first, last, open, onOpen, onMove, drag }: Props) {
  const say = useWords()
  const id = useId()
  const { name } = engine
  return (
    <li className={css.card} data-open={open || undefined} {...drag.row}>
      <div className={css.row}>
        <span className={css.grip} title={say('drag', { name })} aria-hidden {...drag.handle}>
          <IconGripVertical size={16} />
        </span>
        <button
          type="button"
          className={css.opener}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpen(!open)}
        >
          <span className={css.dot} data-state={engine.state} aria-hidden />
          <span className={css.words}>
            <span className={css.name}>
              <bdi>{name}</bdi>
              {engine.kind_name !== name && <small>{engine.kind_name}</small>}
            </span>
            <State engine={engine} />
          </span>
          <Spent engine={engine} />
          <IconChevronDown size={18} className={css.chevron} aria-hidden />
        </button>
        <span className={css.moves}>
          <Tool words={say('up', { name })} disabled={first} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} />
          </Tool>
          <Tool words={say('down', { name })} disabled={last} onClick={() => onMove(1)}>
            <IconArrowDown size={16} />
          </Tool>
        </span>
      </div>
      <Collapse expanded={open} id={id} keepMounted={false}>
        <EngineDetails engine={engine} kind={kind} onClose={() => onOpen(false)} />
      </Collapse>
    </li>
  )
}

function State({ engine }: { engine: Engine }) {
  const say = useWords()
  const facts = [say(engine.state)]
  if (engine.state === 'ready') facts.push(say('models', { count: engine.models }))
  if (engine.source !== 'settings') facts.push(say(`from_${engine.source}`))
  return (
    <>
      <span className={css.facts}>{facts.join(' · ')}</span>
      {engine.reason && (
        <span className={css.reason} data-state={engine.state}>
          {engine.reason}
        </span>
      )}
    </>
  )
}

function Spent({ engine: { limits, spent } }: { engine: Engine }) {
  const say = useWords()
  const sum = spent.find(one => one.currency === limits.currency)?.amount ?? 0
  const others = spent.filter(one => one.currency !== limits.currency)
  const told = others.map(one => money(one.amount, one.currency))
  if (limits.budget === null && !sum && !told.length) return null
  const own = money(sum, limits.currency)
  const all = [...(sum || !told.length ? [own] : []), ...told].join(' + ')
  const words =
    limits.budget === null
      ? say('spent', { spent: all })
      : say('spent_of', { spent: all, budget: money(limits.budget, limits.currency) })
  const share = limits.budget === null ? null : limits.budget > 0 ? Math.min(1, sum / limits.budget) : 1
  return (
    <span className={css.spent}>
      {words}
      {share !== null && (
        <span className={css.bar} data-full={share >= 1 || undefined} aria-hidden>
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      )}
    </span>
  )
}
