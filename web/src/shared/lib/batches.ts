// What a batch and a generation say about themselves, in words for chips and tiles.
import type { Batch, Generation, Status } from '@/shared/api/types'
import { money } from '@/shared/lib/money'

/** The name of a model, or the last part of its id when no engine offers it now. */
export function modelName(id: string, names: ReadonlyMap<string, string>): string {
  return names.get(id) ?? id.slice(id.indexOf('/') + 1)
}

/** Seconds a generation took, one digit after the point under a minute; null while it has not ended. */
export function tookSeconds({ started_at, finished_at }: Generation): string | null {
  if (started_at === null || finished_at === null) return null
  return spanSeconds(started_at, finished_at)
}

function spanSeconds(from: number, to: number): string {
  const seconds = Math.max(0, to - from) / 1000
  return seconds < 60 ? seconds.toFixed(1) : String(Math.round(seconds))
}

function isOver(status: Status): boolean {
  return status === 'failed' || status === 'cancelled' || status === 'interrupted'
}

/** What it cost, null when it was free. */
export function costOf({ cost }: Generation): string | null {
  if (cost.amount <= 0) return null
  return `${cost.estimated ? '≈ ' : ''}${money(cost.amount, cost.currency)}`
}

/** Whether nobody has told what it cost; what is free is no estimate. */
export function isCostUnknown({ cost }: Generation): boolean {
  return cost.estimated && cost.amount <= 0
}

/** What a whole batch cost, one sum for each currency; nothing where it was free. */
export function batchCosts({ generations }: Batch): string[] {
  const sums = new Map<string, { amount: number; estimated: boolean }>()
  for (const { cost, status } of generations) {
    if (cost.amount <= 0 || (cost.estimated && status !== 'complete' && isOver(status))) continue
    const sum = sums.get(cost.currency) ?? { amount: 0, estimated: false }
    sums.set(cost.currency, {
      amount: sum.amount + cost.amount,
      estimated: sum.estimated || cost.estimated,
    })
  }
  return [...sums].map(
    ([currency, { amount, estimated }]) => `${estimated ? '≈ ' : ''}${money(amount, currency)}`,
  )
}

/** From the first generation's begin to the last one's end, like `tookSeconds`; null while one still runs. */
export function batchSeconds({ generations }: Batch): string | null {
  const begun = generations.flatMap(({ started_at }) => started_at ?? [])
  const ended = generations.flatMap(({ finished_at }) => finished_at ?? [])
  if (!begun.length || generations.some(isRunning)) return null
  return spanSeconds(Math.min(...begun), Math.max(...ended))
}

/** The options of a batch that a chip shows: everything but seed and negative prompt, which have their own. */
export function otherOptions(batch: Batch): { name: string; value: string }[] {
  return Object.entries(batch.options)
    .filter(([name, value]) => name !== 'seed' && name !== 'negative' && value !== '' && value !== null)
    .map(([name, value]) => ({ name: name.replace(/_/g, ' '), value: valueWords(value) }))
}

/** A value of an option as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === true) return 'on'
  if (value === false) return 'off'
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Whether anything of a batch can still be cancelled. */
export function isRunning(generation: Generation): boolean {
  return ['queued', 'preparing', 'generating', 'processing'].includes(generation.status)
}

/** The pixels a tile should reserve: the picture's own once it is there. */
export function sizeOf({ image, width, height }: Generation): { width: number; height: number } {
  return image ? { width: image.width, height: image.height } : { width, height }
}

/** The smallest derived picture that is sharp at this width, in CSS pixels, on this screen. */
export function thumbWidth(cssWidth: number, density: number): 320 | 640 | 1280 {
  const needed = cssWidth * Math.min(density, 3)
  return needed <= 340 ? 320 : needed <= 700 ? 640 : 1280
}

/** Whether a generation was put away, or its picture is in the trash or was deleted for ever. */
export function isAway({ image, status, dismissed_at }: Generation): boolean {
  return image ? image.trashed_at !== null : status === 'complete' || (dismissed_at ?? null) !== null
}

const seen = new WeakMap<Batch, Batch>()

/** The batches as they are shown: without pictures that are away, and without batches of which nothing is left. */
export function shownBatches(batches: readonly Batch[]): Batch[] {
  return batches.map(shownOf).filter(({ generations }) => generations.length > 0)
}

function shownOf(batch: Batch): Batch {
  if (!batch.generations.some(isAway)) return batch
  const known = seen.get(batch)
  if (known) return known
  const shown = { ...batch, generations: batch.generations.filter(made => !isAway(made)) }
  seen.set(batch, shown) // the same batch stays the same: it is not drawn anew
  return shown
}
