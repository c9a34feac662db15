// The keys under which facts lie in the query cache.
export const keys = {
  sidebar: ['sidebar'] as const,
  session: (id: string) => ['session', id] as const,
  batches: (sessionId: string) => ['batches', sessionId] as const,
  /** The shape of a history; without more than the session, of all its views and filters. */
  shape: (sessionId: string, ...which: string[]) => ['shape', sessionId, ...which] as const,
  first: (sessionId: string, ...which: string[]) => ['first', sessionId, ...which] as const,
  /** Chunks of it: of pictures, and (below `batches`) of batches. */
  images: (sessionId: string, ...which: string[]) => ['images', sessionId, ...which] as const,
  chunk: (sessionId: string, ...which: string[]) => ['batches', sessionId, ...which] as const,
  preview: (generationId: string) => ['preview', generationId] as const,
  details: (sessionId: string) => ['details', sessionId] as const,
  acts: ['acts'] as const,
  trash: ['trash'] as const,
  references: (sessionId: string) => ['references', sessionId] as const,
  uses: (imageId: string) => ['uses', imageId] as const,
  image: (id: string) => ['image', id] as const,
  assistants: ['assistants'] as const,
  draft: ['draft'] as const,
  drafts: (sessionId: string) => ['drafts', sessionId] as const,
  reuse: (kind: string, id: string) => ['reuse', kind, id] as const,
  prompts: (sessionId: string, ...which: string[]) => ['prompts', sessionId, ...which] as const,
  models: ['models'] as const,
  engines: ['engines'] as const,
  engineKinds: ['engine-kinds'] as const,
}
