// One line of the quick switcher: its sign, the name with its matched letters, and where it lies.
import { IconArchive } from '@tabler/icons-react'
import { FinderSign, FinderWords } from '@/shared/ui/finder'
import { RowSign, signOf } from '@/shared/ui/row-sign'
import type { Named } from './names'
import { shortPath } from './paths'
import { useWords } from './words'

interface Props {
  row: Named
  marks: number[]
  /** The names of the folders above, from the root. */
  path: readonly string[]
}

export function Choice({ row, marks, path }: Props) {
  const say = useWords()
  return (
    <>
      <FinderSign>
        <RowSign {...signOf(row)} />
      </FinderSign>
      <FinderWords name={marked(row.name, marks)} path={shortPath(path)} whole={path.join(' / ')} />
      {row.archived && <IconArchive size={16} stroke={1.6} aria-label={say('archived')} />}
    </>
  )
}

/** The name in pieces, letters side by side marked together. */
function marked(name: string, marks: number[]) {
  if (marks.length === 0) return name
  const hit = new Set(marks)
  const pieces: { at: number; text: string; hit: boolean }[] = []
  for (let at = 0; at < name.length; at++) {
    const last = pieces.at(-1)
    if (last && last.hit === hit.has(at)) last.text += name[at]
    else pieces.push({ at, text: name[at] ?? '', hit: hit.has(at) })
  }
  return pieces.map(piece => (piece.hit ? <mark key={piece.at}>{piece.text}</mark> : piece.text))
}
