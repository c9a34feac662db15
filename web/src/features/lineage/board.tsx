// A lineage under the lines that tell of it and of the chosen picture; what is folded away and looked at.
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { Graph as GraphData } from '@/shared/api/lineage'
import { useModels } from '@/shared/api/reads'
import { useAsk } from '@/shared/lib/asks'
import { useBox } from '@/shared/lib/use-box'
import { useScroller } from '@/shared/ui/scroller'
import { Bar } from './bar'
import { makeCamera } from './camera'
import { Facts } from './facts'
import { Graph } from './graph'
import css from './lineage.module.css'
import { Replays } from './replays'
import { foldable, nearestShown, type Tree, treeOf } from './tree'
import { useActs } from './use-acts'
import { useKeys } from './use-keys'
import { useLooking } from './use-looking'
import { walk } from './walk'

const ReplayDialog = lazy(() => import('./replay-dialog'))

interface Props {
  sessionId: string
  graph: GraphData
  onOpenImage: (imageId: string) => void
}

const LEAST = 440 // pixels of height
const BELOW = 20

export function Board({ sessionId, graph, onOpenImage }: Props) {
  const [camera] = useState(makeCamera)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(() => graph.nodes.at(-1)?.id ?? null)
  const [menu, setMenu] = useState(false)
  const [replaying, setReplaying] = useState<string | null>(null)
  const board = useRef<HTMLDivElement>(null)
  const came = useRef(new Map<string, string>())
  const tree = useMemo(() => treeOf(graph, folded), [graph, folded])
  const current = (chosen && nearestShown(tree, chosen)) ?? tree.links.ids.at(-1) ?? null
  // What was folded away is not chosen again by itself when its branch is unfolded.
  if (current !== chosen) setChosen(current)
  const { data: models } = useModels()
  const modelName = useCallback(
    (id: string | null) => models?.find(model => model.id === id)?.name ?? id ?? '',
    [models],
  )
  const { above, screen } = useBox(board, useScroller())
  const looking = useLooking({ camera, tree, current, board })

  const choose = (id: string) => {
    setChosen(id)
    setMenu(false)
    if (!tree.layout.places.has(id)) setFolded(new Set()) // it is folded away
    looking.follow(id)
  }
  const fold = useCallback(
    (id: string) => {
      const node = tree.all.number.get(id) ?? -1
      if (!tree.all.children[node]?.length) return
      setFolded(known => {
        const next = new Set(known)
        if (!next.delete(id)) next.add(id)
        return next
      })
    },
    [tree],
  )
  const step = (key: string) => {
    if (!current) return false
    if (key === 'ArrowRight' && folded.has(current)) {
      fold(current)
      return true
    }
    const to = walk(key, current, tree.links, tree.layout, came.current)
    if (to && key === 'ArrowLeft') came.current.set(to, current)
    if (to) choose(to)
    return to !== null || key.startsWith('Arrow')
  }
  const acts = useActs({ sessionId, tree, onOpenImage, onFold: fold, onReplay: setReplaying })
  useKeys({
    current,
    acts,
    isHere: () => board.current?.contains(document.activeElement) ?? false,
    zoom: looking.zoom,
    fit: looking.fit,
  })
  // The viewer was closed: the picture that was seen last gets the focus.
  useAsk('tile', ({ imageId }) => {
    const id = nearestShown(tree, imageId)
    if (id) choose(id)
  })

  const node = current === null ? undefined : tree.nodes.get(current)
  return (
    <div
      ref={board}
      className={css.board}
      style={{ height: screen ? Math.max(LEAST, screen - above - BELOW) : undefined }}
    >
      <Bar
        count={graph.nodes.length}
        alone={graph.alone}
        more={graph.more}
        folded={folded.size > 0}
        onFoldAll={() => setFolded(folded.size ? new Set() : new Set(beginnings(tree)))}
        onZoom={looking.zoom}
        onFit={looking.fit}
      />
      <Replays
        sessionId={sessionId}
        modelName={modelName}
        shows={({ batches }) => {
          const made = graph.nodes.findLast(one => one.batch_id !== null && batches.includes(one.batch_id))
          return made ? () => choose(made.id) : null
        }}
      />
      {node && current && (
        <Facts
          {...{ sessionId, node, acts, menu }}
          kind={tree.kinds.get(current) ?? null}
          parents={graph.links.flatMap(({ parent, child, kind }) => {
            const from = child === current && tree.nodes.get(parent)
            return from ? [{ node: from, kind }] : []
          })}
          model={modelName(node.model)}
          branches={(tree.all.children[tree.all.number.get(current) ?? -1]?.length ?? 0) > 0}
          folded={folded.has(current)}
          hidden={tree.hidden.get(current) ?? 0}
          onMenu={setMenu}
          onCurrent={choose}
        />
      )}
      <Graph
        {...{ sessionId, tree, camera, current, folded, modelName }}
        onCurrent={choose}
        onOpen={acts.open}
        onFold={fold}
        onMenu={() => setMenu(true)}
        onWalk={step}
      />
      {replaying && (
        <Suspense fallback={null}>
          <ReplayDialog imageId={replaying} onClose={() => setReplaying(null)} />
        </Suspense>
      )}
    </div>
  )
}

/** Pictures that came from none and have something to fold away. */
function beginnings(tree: Tree): string[] {
  const { parents, number } = tree.all
  return foldable(tree).filter(id => !parents[number.get(id) ?? -1]?.length)
}
