// What the chosen models take of references: how many, in which roles, how strongly, in which formats.
import type { Model, Reference, Role } from '@/shared/api/types'
import { list } from './offers'

export const ROLES: readonly Role[] = ['content', 'style', 'character', 'composition']
/** What a session stores, and so what a composer without one may hold. */
export const MOST_STORED = 20

export type Taker = Pick<Model, 'name' | 'references' | 'roles' | 'strength' | 'formats'>

/** How many references all chosen models take together. */
export function mostOf(models: Taker[]): number {
  return models.length ? Math.min(...models.map(model => model.references)) : MOST_STORED
}

/** “Fake slow takes no references”, “Illustrator takes at most 3 references”: of those that take fewest. */
export function limitWords(models: Taker[]): string {
  const most = mostOf(models)
  const names = models.filter(model => model.references === most).map(model => model.name)
  const verb = names.length === 1 ? 'takes' : 'take'
  if (most === 0) return `${list(names)} ${verb} no references`
  return `${list(names)} ${verb} at most ${most} ${most === 1 ? 'reference' : 'references'}`
}

/** Why no further picture can be switched on, or null. One may always be: it shows what the models lack. */
export function cannotRefer(count: number, models: Taker[]): string | null {
  const most = mostOf(models)
  if (count < Math.max(1, most)) return null
  return most === 0
    ? `${limitWords(models)}. Choose another model.`
    : `${limitWords(models)}. Take one off first.`
}

/** What stands in the way of Generate because of the references, or null. */
export function lacksReferences(references: Reference[], models: Taker[]): string | null {
  if (!references.length || !models.length) return null
  const most = mostOf(models)
  const over = references.length - most
  if (most === 0) return `${limitWords(models)}. Take them off, or choose another model`
  if (over > 0) return `${limitWords(models)}; ${references.length} are on. Take ${over} off`
  for (const { role } of references) {
    const reason = role && lacksRole(role, models)
    if (reason) return `${reason}. Choose another role, or another model`
  }
  return null
}

/** Which of the chosen models do not know a role, as a sentence, or null. */
export function lacksRole(role: Role, models: Taker[]): string | null {
  const names = models.filter(model => !model.roles.includes(role)).map(model => model.name)
  if (!names.length) return null
  return `${list(names)} ${names.length === 1 ? 'does' : 'do'} not know the role “${role}”`
}

/** Whether any of the chosen models declares roles, so that it makes sense to offer them. */
export function knowRoles(models: Taker[]): boolean {
  return models.some(model => model.roles.length > 0)
}

/** The names of those that weigh a reference. */
export function weighing(models: Taker[]): string[] {
  return models.filter(model => model.references > 0 && model.strength).map(model => model.name)
}

/** Which of the chosen models do not take a format, as a sentence, or null. */
export function lacksFormat(mediaType: string, models: Taker[]): string | null {
  const lacking = models.filter(({ formats }) => formats.length && !formats.includes(mediaType))
  if (!lacking.length) return null
  const format = (mediaType.split('/')[1] ?? mediaType).toUpperCase()
  return `${list(lacking.map(model => model.name))} ${lacking.length === 1 ? 'does' : 'do'} not take ${format}`
}

/** The references with these pictures switched on as long as there is room, and how many found none. */
export function refer(
  references: Reference[],
  ids: readonly string[],
  room: number,
): { references: Reference[]; left: string[] } {
  const fresh = [...new Set(ids)].filter(id => !references.some(one => one.image_id === id))
  const taken = fresh.slice(0, Math.max(0, room - references.length))
  const added = taken.map((image_id): Reference => ({ image_id, role: null, strength: STRENGTH }))
  return { references: [...references, ...added], left: fresh.slice(taken.length) }
}

export const STRENGTH = 0.6

/** The references with one moved by so many places. */
export function reorder(references: Reference[], at: number, by: number): Reference[] {
  const to = Math.min(references.length - 1, Math.max(0, at + by))
  const moved = references[at]
  return moved ? references.toSpliced(at, 1).toSpliced(to, 0, moved) : references
}

/** The references as far as the chosen models take them: the first ones, without roles they do not know. */
export function mended(references: Reference[], models: Taker[]): Reference[] {
  return references
    .slice(0, mostOf(models))
    .map(one => (one.role && lacksRole(one.role, models) ? { ...one, role: null } : one))
}
