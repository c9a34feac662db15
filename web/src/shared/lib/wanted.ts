// Which batch the timeline is to show once it is there: who asks for it may stand in another view.
let wanted: { sessionId: string; batchId: string } | null = null

export function wantBatch(sessionId: string, batchId: string): void {
  wanted = { sessionId, batchId }
}

/** The batch that is waited for in this session; it stays wanted until it is found. */
export function wantedBatch(sessionId: string): string | null {
  return wanted?.sessionId === sessionId ? wanted.batchId : null
}

export function foundBatch(): void {
  wanted = null
}
