// The names that the web app gives to the server's shapes; schema.d.ts is generated from its description.
import type { components } from './schema'

type Shapes = components['schemas']

export type Image = Shapes['Image']
export type Status = Shapes['Status']
export type Folder = Shapes['Folder']
export type SidebarFolder = Shapes['Folder']
export type SidebarSession = Shapes['SessionLine']
/** All that is not in the trash. */
export interface Sidebar {
  version: number
  folders: SidebarFolder[]
  sessions: SidebarSession[]
}
export type Role = 'content' | 'style' | 'character' | 'composition'
export type Reference = Omit<Shapes['ReferenceShape'], 'role'> & { role: Role | null }
/** The image that the next batch grows out of, and by which act. */
export interface Parent {
  image_id: string
  kind: Kind
}
/** What an assistant made of `own`; while it is there, Generate sends it (see `prompt`, which stays the person's). */
export interface Enhance {
  own: string
  text: string
  assistant: string
  in_step: boolean
}
export type Draft = Omit<Shapes['DraftShape'], 'references' | 'parent' | 'enhance'> & {
  references: Reference[]
  parent?: Parent | null
  enhance?: Enhance | null
}
/** A draft as it was kept; `merged` when what others kept meanwhile was merged in. */
export type KeptDraft = Draft & Pick<Shapes['KeptDraft'], 'merged'>
/** What stood in a composer at a time. */
export type DraftVersion = Omit<Shapes['DraftVersion'], 'draft'> & { draft: Draft }
export type Engine = Shapes['EngineShape']
/** A kind of engine that can be set up, and the form of its settings. */
export type EngineKind = Omit<Shapes['KindShape'], 'schema'> & { schema: Record<string, unknown> }
export type EngineLimits = Shapes['LimitsShape']
/** How asking an engine once went. */
export type Trial = Shapes['Trial']
/** What is changed of an engine; what is left out stays. */
export type EngineChange = Partial<Shapes['EngineChange']>
export type NewEngine = Pick<Shapes['AddEngine'], 'kind' | 'values'> & { name?: string }
export type Price = Shapes['PriceShape']
export type Missing = Shapes['Missing']
export type Cover = Shapes['Cover']
export type Act = Shapes['Act']
export type Done = Shapes['Done']
export type Details = Shapes['Details']
export type TrashItem = Shapes['TrashItem']
export type TrashPage = Shapes['TrashPage']
export type Destroyed = Shapes['Destroyed']
/** What somebody asks for; which fields count depends on `act`. */
export type Order = Partial<Shapes['NewAct']> & Pick<Shapes['NewAct'], 'act' | 'ids'>
/** What new sessions in a folder begin with. */
export type Defaults = Shapes['Defaults']

export const COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'] as const
export type Colour = (typeof COLOURS)[number]
export type Kind = 'vary' | 'reference' | 'continue'

/** A value of an option; which ones there are says the model's options_schema. */
export type Options = Record<string, unknown>

/** Why a generation did not end well. */
export type GenerationProblem = Shapes['Problem']

export type Generation = Shapes['Generation']

export type Batch = Omit<Shapes['Batch'], 'generations' | 'parent'> & {
  parent: Parent | null
  generations: Generation[]
}

/** What the composer of a session comes back with. */
export interface Settings {
  models: string[]
  ratio: string
  images_per_model: number
  options: Options
}

export type Session = Omit<Shapes['Session'], 'draft' | 'settings'> & {
  draft: Draft | null
  settings: Settings | null
}

/** A JSON Schema's property, as far as forms are drawn from it. */
export interface OptionSchema {
  type?: string
  title?: string
  description?: string
  default?: unknown
  enum?: (string | number)[]
  const?: unknown
  anyOf?: OptionSchema[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  maxLength?: number
}

export interface OptionsSchema extends OptionSchema {
  properties?: Record<string, OptionSchema>
}

export type Model = Omit<Shapes['ModelShape'], 'options_schema'> & {
  options_schema: OptionsSchema
}

/** A page of a list; `next` is the cursor of the following page, null at the end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

/** A body for POST /batches. */
export interface NewBatch extends Settings {
  session_id?: string | null
  folder_id?: string | null
  prompt: string
  references: Reference[]
  parent?: Parent | null
}

/** A body for PUT …/draft, without the tab's own id. */
export type NewDraft = Omit<Draft, 'revision'>

export interface Reuse {
  batch: NewBatch
  missing: Missing[]
}
