// Fields of a form drawn from JSON Schemas: the options of the chosen models, the settings of an engine.
import type { Model } from '@/shared/api/types'

type Json = Record<string, unknown>

interface Common {
  name: string
  title: string
  description: string
  /** Names of the chosen models that know the field. */
  owners: string[]
  /** It has no default: nothing works without it. */
  needed?: boolean
}

export type Field =
  | (Common & { kind: 'choice'; initial: unknown; choices: { value: unknown; label: string }[] })
  | (Common & {
      kind: 'number'
      initial: number | null
      min?: number
      max?: number
      step: number
      whole: boolean
    })
  | (Common & { kind: 'switch'; initial: boolean })
  | (Common & { kind: 'text'; initial: string; long: boolean; most?: number; format?: string })
  | (Common & { kind: 'list'; initial: string[] })
  | (Common & { kind: 'secret' })

type Asked = Pick<Model, 'name' | 'options_schema' | 'seed' | 'negative'>

/** One field for every property of one schema that a form can be drawn from. */
export function fieldsOfSchema(schema: Json, owner = ''): Field[] {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>)
  return properties.flatMap(([name, raw]) => readField(name, raw, schema, owner) ?? [])
}

/** One field for every option that a chosen model knows; one that several know appears once. */
export function fieldsOf(models: Asked[]): Field[] {
  const fields = new Map<string, Field>()
  for (const model of models) {
    for (const field of fieldsOfSchema(model.options_schema as Json, model.name)) {
      const before = fields.get(field.name)
      fields.set(field.name, before ? together(before, field) : field)
    }
  }
  return [...fields.values()]
}

/** The options a chosen model knows; others stay in the draft for when their model comes back. */
export function knownOptions(options: Json, models: Asked[]): Json {
  const names = new Set(fieldsOf(models).map(field => field.name))
  if (models.some(model => model.seed)) names.add('seed')
  if (models.some(model => model.negative)) names.add('negative')
  const kept = Object.entries(options).filter(
    ([name, value]) => names.has(name) && value !== '' && value !== null,
  )
  return Object.fromEntries(kept)
}

function readField(name: string, raw: Json, root: Json, owner: string): Field | null {
  const schema = resolve(raw, root)
  const title = typeof raw.title === 'string' ? raw.title : readable(name)
  const description = String(raw.description ?? schema.description ?? '')
  const needed = Array.isArray(root.required) && root.required.includes(name)
  const common = { name, title, description, owners: [owner], ...(needed && { needed }) }
  if (schema.writeOnly === true) return { ...common, kind: 'secret' }
  const initial = raw.default ?? schema.default
  const values =
    (schema.enum as unknown[] | undefined) ?? (schema.const === undefined ? undefined : [schema.const])
  if (values) {
    const choices = values.map(value => ({ value, label: readable(String(value)) }))
    return { ...common, kind: 'choice', initial: initial ?? values[0], choices }
  }
  switch (schema.type) {
    case 'boolean':
      return { ...common, kind: 'switch', initial: initial === true }
    case 'integer':
    case 'number':
      return { ...common, kind: 'number', initial: numeric(initial) ?? null, ...bounds(schema) }
    case 'string': {
      const most = numeric(schema.maxLength)
      const long = most === undefined ? schema.format === 'textarea' : most > 200
      const format = typeof schema.format === 'string' && { format: schema.format }
      return {
        ...common,
        kind: 'text',
        initial: String(initial ?? ''),
        long,
        ...(most && { most }),
        ...format,
      }
    }
    case 'array':
      if (resolve((schema.items ?? {}) as Json, root).type !== 'string') return null
      return { ...common, kind: 'list', initial: Array.isArray(initial) ? initial.map(String) : [] }
    default:
      return null
  }
}

function bounds(schema: Json) {
  const whole = schema.type === 'integer'
  const least = whole ? 1 : 0.01
  const above = numeric(schema.exclusiveMinimum)
  const below = numeric(schema.exclusiveMaximum)
  const min = numeric(schema.minimum) ?? (above === undefined ? undefined : above + least)
  const max = numeric(schema.maximum) ?? (below === undefined ? undefined : below - least)
  const range = min !== undefined && max !== undefined ? max - min : 0
  const step = numeric(schema.multipleOf) ?? (whole ? 1 : range > 20 ? 0.5 : range > 2 ? 0.1 : 0.05)
  return { whole, step, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** Follows references and looks through “or null”. */
function resolve(schema: Json, root: Json): Json {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').pop() ?? ''
    const found = (root.$defs as Record<string, Json> | undefined)?.[name]
    return found ? resolve(found, root) : {}
  }
  const ways = ((schema.anyOf ?? schema.oneOf ?? schema.allOf) as Json[] | undefined)?.filter(
    way => way.type !== 'null',
  )
  if (!ways?.length) return schema
  if (ways.every(way => way.const !== undefined)) return { ...schema, enum: ways.map(way => way.const) }
  return { ...resolve(ways[0] as Json, root), ...('default' in schema && { default: schema.default }) }
}

/** What both models take: the choices they share, the narrower range. */
function together(one: Field, other: Field): Field {
  const owners = [...one.owners, ...other.owners]
  if (one.kind === 'choice' && other.kind === 'choice') {
    const shared = one.choices.filter(({ value }) => other.choices.some(choice => choice.value === value))
    return { ...one, owners, choices: shared.length ? shared : one.choices }
  }
  if (one.kind === 'number' && other.kind === 'number') {
    const min = Math.max(one.min ?? -Infinity, other.min ?? -Infinity)
    const max = Math.min(one.max ?? Infinity, other.max ?? Infinity)
    return {
      ...one,
      owners,
      ...(Number.isFinite(min) && { min }),
      ...(Number.isFinite(max) && { max }),
      whole: one.whole || other.whole,
      step: Math.max(one.step, other.step),
    }
  }
  return { ...one, owners }
}

function numeric(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** “oil_painting” as “Oil painting”. */
export function readable(word: string): string {
  const plain = word.replace(/[_-]+/g, ' ').trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
