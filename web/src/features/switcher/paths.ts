// Where a row lies, in few words.

/** The folders above a row as a line: of a long way the first and the last two. */
export function shortPath(names: readonly string[]): string {
  const few = names.length > 4 ? [names[0], '…', ...names.slice(-2)] : names
  return few.join(' / ')
}
