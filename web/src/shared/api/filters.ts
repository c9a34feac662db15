// Which part of a session's history is shown: the same in the page's address, in requests, and for live news.
import type { Generation, Image, Status } from './types'

export type VerdictFilter = 'kept' | 'rejected' | 'undecided'

export interface Filters {
  model: string[]
  status: Status[]
  verdict: VerdictFilter[]
  /** At least so many points; 0 is any. */
  rating: number
  favourite: boolean
  tag: string | null
  /** Days in the reader's own time zone, "2026-11-23", both included. */
  from: string | null
  to: string | null
  /** Show rejected pictures too. */
  rejected: boolean
}

export const ANYTHING: Filters = {
  model: [],
  status: [],
  verdict: [],
  rating: 0,
  favourite: false,
  tag: null,
  from: null,
  to: null,
  rejected: false,
}

const STATUSES: readonly string[] = [
  'queued',
  'preparing',
  'generating',
  'processing',
  'complete',
  'failed',
  'cancelled',
  'interrupted',
]
const VERDICTS: readonly string[] = ['kept', 'rejected', 'undecided']
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The filters that an address asks for; what makes no sense there is left out. */
export function filtersOf(search: Record<string, unknown>): Filters {
  const { rating } = search
  return {
    model: listOf(search.model),
    status: listOf(search.status).filter(one => STATUSES.includes(one)) as Status[],
    verdict: listOf(search.verdict).filter(one => VERDICTS.includes(one)) as VerdictFilter[],
    rating: typeof rating === 'number' && rating >= 1 && rating <= 5 ? Math.floor(rating) : 0,
    favourite: search.favourite === true,
    tag: typeof search.tag === 'string' || typeof search.tag === 'number' ? String(search.tag) : null,
    from: dayOf(search.from),
    to: dayOf(search.to),
    rejected: search.rejected === true,
  }
}

/** The part of an address that asks for these; what is not filtered is undefined, so that it goes away. */
export function searchOf(filters: Filters): Record<keyof Filters, unknown> {
  const list = (values: string[]) => (values.length ? values : undefined)
  return {
    model: list(filters.model),
    status: list(filters.status),
    verdict: list(filters.verdict),
    rating: filters.rating || undefined,
    favourite: filters.favourite || undefined,
    tag: filters.tag ?? undefined,
    from: filters.from ?? undefined,
    to: filters.to ?? undefined,
    rejected: filters.rejected || undefined,
  }
}

/** The same as parameters of a request, in a fixed order: equal filters give equal texts. */
export function queryOf(filters: Filters) {
  const { model, status, verdict, rating, favourite, tag, rejected } = filters
  const { from, to } = momentsOf(filters)
  return {
    ...(model.length && { model: [...model].sort() }),
    ...(status.length && { status: [...status].sort() }),
    ...(verdict.length && { verdict: [...verdict].sort() }),
    ...(rating && { rating }),
    ...(favourite && { favourite }),
    ...(tag !== null && { tag: [tag] }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(rejected && { rejected }),
  }
}

/** How many kinds of filter are set; showing the rejected ones hides nothing and does not count. */
export function countFilters(filters: Filters): number {
  const { model, status, verdict, rating, favourite, tag, from, to } = filters
  return [model.length, status.length, verdict.length, rating, favourite, tag !== null, from ?? to].filter(
    Boolean,
  ).length
}

/** Whether a picture of this model belongs to what is shown. */
export function admits(filters: Filters, image: Image, model: string): boolean {
  if (image.trashed_at !== null) return false
  const verdict: VerdictFilter = (image.verdict as 'kept' | 'rejected' | null) ?? 'undecided'
  if (
    filters.verdict.length ? !filters.verdict.includes(verdict) : verdict === 'rejected' && !filters.rejected
  )
    return false
  if (filters.model.length && !filters.model.includes(model)) return false
  if (filters.status.length && !filters.status.includes('complete')) return false
  if (image.rating < filters.rating || (filters.favourite && !image.favourite)) return false
  const { tag } = filters
  if (tag !== null && !image.tags.some(one => one.toLowerCase() === tag.toLowerCase())) return false
  const { from, to } = momentsOf(filters)
  return (from === null || image.created_at >= from) && (to === null || image.created_at <= to)
}

/** Whether a generation belongs to what is shown; without a picture nothing can have been said of one. */
export function admitsGeneration(filters: Filters, made: Generation): boolean {
  if (made.image) return admits(filters, made.image, made.model)
  if (made.status === 'complete' || (made.dismissed_at ?? null) !== null) return false
  const { model, status, verdict, rating, favourite, tag } = filters
  if (verdict.length || rating || favourite || tag !== null) return false
  return (!model.length || model.includes(made.model)) && (!status.length || status.includes(made.status))
}

function momentsOf({ from, to }: Filters): { from: number | null; to: number | null } {
  return {
    from: from === null ? null : new Date(`${from}T00:00:00`).getTime(),
    to: to === null ? null : new Date(`${to}T23:59:59.999`).getTime(),
  }
}

function listOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter(one => typeof one === 'string' && one !== '') as string[]
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null
}
