// What a step changed of the prompt, in few words: “+ in heavy rain − at dusk”.

/** The words that came (+) and went (−), by words; empty when nothing but order or spaces changed. */
export function changedWords(before: string, after: string): string {
  const was = counted(before)
  const is = counted(after)
  const came = left(after, was)
  const went = left(before, is)
  return [...came.map(run => `+ ${run}`), ...went.map(run => `− ${run}`)].join('  ')
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

/** A word without the signs around it: “dusk,” and “Dusk” are one. */
function bare(word: string): string {
  return word.toLowerCase().replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '') || word
}

function counted(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const word of wordsOf(text)) found.set(bare(word), (found.get(bare(word)) ?? 0) + 1)
  return found
}

/** The runs of words of a text that the other one does not have as often. */
function left(text: string, other: ReadonlyMap<string, number>): string[] {
  const still = new Map(other)
  const runs: string[][] = []
  let open = false
  for (const word of wordsOf(text)) {
    const count = still.get(bare(word)) ?? 0
    if (count > 0) {
      still.set(bare(word), count - 1)
      open = false
    } else {
      if (open) runs.at(-1)?.push(word)
      else runs.push([word])
      open = true
    }
  }
  return runs.map(run => run.join(' ').replace(/[,.;:]+$/, ''))
}
