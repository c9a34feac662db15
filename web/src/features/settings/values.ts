// What a person has typed over an engine's settings, and what of it is sent.
import type { Field } from '@/shared/forms/schema'

/** By field: a value, null to take off what is kept, undefined for “as it was”. */
export type Typed = Record<string, unknown>

/** The settings to send: what was typed; a cleared field goes back to its default. */
export function toSend(typed: Typed, kept: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sent = Object.entries(typed).flatMap(([name, value]): [string, unknown][] => {
    if (value === undefined) return name in kept ? [[name, null]] : []
    return [[name, value]]
  })
  return Object.fromEntries(sent)
}

/** Puts one field's value over what was typed; a secret that is emptied is as if never typed. */
export function type(typed: Typed, field: Field, value: unknown): Typed {
  const { [field.name]: _, ...others } = typed
  return field.kind === 'secret' && value === undefined ? others : { ...others, [field.name]: value }
}

/** The value that a field shows. */
export function shownValue(typed: Typed, kept: Readonly<Record<string, unknown>>, field: Field): unknown {
  if (field.name in typed) return typed[field.name] ?? undefined
  const value = kept[field.name]
  // The environment gives texts only.
  if (field.kind === 'number' && typeof value === 'string' && value !== '') return Number(value)
  if (field.kind === 'switch' && typeof value === 'string') return /^(1|true|yes|on)$/i.test(value)
  return value
}

/** The field at fault of a problem such as `values.api_key`. */
export function fieldOf(problemField: string | null): string | null {
  return problemField?.startsWith('values.') ? problemField.slice('values.'.length) : null
}

/** The ids in an order with one of them a place up (-1) or down (1). */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  const others = ids.filter(known => known !== id)
  return [...others.slice(0, to), id, ...others.slice(to)]
}

/** The ids in an order with one of them right before another, or right after it. */
export function placed(ids: readonly string[], id: string, target: string, after: boolean): string[] {
  if (id === target || !ids.includes(id) || !ids.includes(target)) return [...ids]
  const others = ids.filter(known => known !== id)
  const to = others.indexOf(target) + (after ? 1 : 0)
  return [...others.slice(0, to), id, ...others.slice(to)]
}
