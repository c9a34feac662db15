// Which session was just made here by the person at hand: its composer begins with the focus.

let made: string | null = null

/** Notes a session that was made a moment ago. */
export function noteMade(sessionId: string): void {
  made = sessionId
}

/** Whether this session was just made; true once only. */
export function wasMade(sessionId: string | null): boolean {
  const yes = made !== null && made === sessionId
  if (yes) made = null
  return yes
}
