// Where something that is dragged or carried would go, as a sentence.
import { folderOf, targetOf } from './drop'
import type { Line } from './lines'
import { ROOT, type Tree } from './tree'
import type { Drag } from './use-drag'
import type { useWords } from './words'

type Say = ReturnType<typeof useWords>

export function sayDrag(say: Say, drag: Drag, lines: readonly Line[], tree: Tree): string {
  const { ids, spot, refusal, copy } = drag
  const nameOf = (id: string) => tree.rows.get(id)?.name ?? ''
  if (refusal) return say(`never_${refusal}`)
  if (!ids)
    return spot && 'folder' in spot ? say(copy ? 'copy_to' : 'move_to', { name: nameOf(spot.folder) }) : ''
  const what = ids.length === 1 ? `“${nameOf(ids[0] ?? '')}”` : say('rows', { count: ids.length })
  if (!spot) return say('drag', { what })
  const folder = folderOf(lines, spot)
  const name = folder === ROOT ? say('top') : `“${nameOf(folder)}”`
  if ('folder' in spot) return say('into', { what, name })
  const { after } = targetOf(lines, spot, new Set(ids))
  return after === null ? say('first_in', { what, name }) : say('after', { what, name, other: nameOf(after) })
}
