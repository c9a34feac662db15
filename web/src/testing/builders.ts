// Facts for tests; each names only what matters to it.
import type {
  Act,
  Batch,
  Generation,
  Image,
  Session,
  SidebarFolder,
  SidebarSession,
} from '@/shared/api/types'

export function aLine(some: Partial<SidebarSession> = {}): SidebarSession {
  return {
    id: 's1',
    folder_id: null,
    order: 'a0',
    name: 'Lighthouse',
    cover: null,
    working: 0,
    unseen: 0,
    failed: 0,
    images: 0,
    colour: null,
    emoji: null,
    pinned: false,
    archived: false,
    referenced: false,
    models: [],
    modified_at: 1_000,
    version: 1,
    ...some,
  }
}

export function aSession(some: Partial<Session> = {}): Session {
  return {
    ...aLine(),
    named_by: 'default',
    notes: '',
    settings: null,
    draft: null,
    counts: { batches: 0, generations: 0, images: 0, bytes: 0 },
    created_at: 1_000,
    opened_at: 1_000,
    trashed_at: null,
    in_trash: false,
    ...some,
  }
}

export function aFolder(some: Partial<SidebarFolder> = {}): SidebarFolder {
  return {
    id: 'f1',
    parent_id: null,
    order: 'a0',
    name: 'Clients',
    colour: null,
    emoji: null,
    pinned: false,
    archived: false,
    defaults: null,
    version: 1,
    ...some,
  }
}

export function aGeneration(some: Partial<Generation> = {}): Generation {
  return {
    id: 'g1',
    batch_id: 'b1',
    session_id: 's1',
    position: 0,
    model: 'fake/fast',
    engine: 'fake',
    status: 'queued',
    progress: 0,
    stage: '',
    seed: 1,
    width: 512,
    height: 512,
    notices: [],
    problem: null,
    cost: { amount: 0, currency: 'USD', estimated: true },
    attempt: 0,
    cancel_requested: false,
    queued_at: 1_000,
    started_at: null,
    finished_at: null,
    image: null,
    ...some,
  }
}

export function aBatch(some: Partial<Batch> = {}): Batch {
  return {
    id: 'b1',
    session_id: 's1',
    prompt: 'a lighthouse',
    models: ['fake/fast'],
    ratio: '1:1',
    images_per_model: 1,
    options: {},
    references: [],
    parent: null,
    created_at: 1_000,
    generations: [aGeneration()],
    ...some,
  }
}

export function anAct(some: Partial<Act> = {}): Act {
  return { id: 'a1', kind: 'move', count: 1, name: 'Storm', into: null, state: 'done', at: 1_000, ...some }
}

export function anImage(some: Partial<Image> = {}): Image {
  return {
    id: 'i1',
    sha256: 'a'.repeat(64),
    media_type: 'image/png',
    width: 512,
    height: 512,
    bytes: 1_000,
    thumbhash: 'AAAA',
    session_id: 's1',
    generation_id: 'g1',
    origin: 'made',
    file_name: null,
    created_at: 1_000,
    tags: [],
    trashed_at: null,
    verdict: null,
    favourite: false,
    rating: 0,
    place: 'b1.9999',
    ...some,
  }
}
