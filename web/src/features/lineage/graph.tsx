// The plane of a lineage: links on a canvas, the pictures in view over it, walked by keys, moved by hand.
import { useComputedColorScheme } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Camera } from './camera'
import css from './lineage.module.css'
import { PictureNode } from './node'
import { HEIGHT, WIDTH } from './sizes'
import type { Tree } from './tree'
import { useHands } from './use-hands'
import { useMounted } from './use-mounted'
import { usePainting } from './use-painting'
import { touches } from './view'
import { useWords } from './words'

interface Props {
  sessionId: string
  tree: Tree
  camera: Camera
  current: string | null
  folded: ReadonlySet<string>
  modelName: (id: string | null) => string
  /** Makes it the current one; it is focused too. */
  onCurrent: (id: string) => void
  onOpen: (id: string) => void
  onFold: (id: string) => void
  onMenu: () => void
  onWalk: (key: string) => boolean
}

export function Graph(props: Props) {
  const { sessionId, tree, camera, current, folded, modelName } = props
  const { onCurrent, onOpen, onFold, onMenu, onWalk } = props
  const t = useWords()
  const [frame, setFrame] = useState<HTMLElement | null>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const plane = useRef<HTMLDivElement>(null)
  const { ids, level } = useMounted(camera, tree.layout)
  const { hands, zoom } = useHands(frame, camera, tree.layout)
  usePainting({ camera, canvas, plane, tree, current, scheme: useComputedColorScheme('dark') })

  useLayoutEffect(() => {
    if (!frame) return
    const watch = new ResizeObserver(() => {
      camera.resize({ width: frame.clientWidth, height: frame.clientHeight })
    })
    watch.observe(frame)
    return () => watch.disconnect()
  }, [frame, camera])

  const drawn = useMemo(() => {
    const all = current && !ids.includes(current) ? [...ids, current] : ids
    return all.filter(id => tree.layout.places.has(id))
  }, [ids, current, tree])

  const hit = ({ clientX, clientY }: MouseEvent): string | null => {
    if (!frame) return null
    const { left, top } = frame.getBoundingClientRect()
    const { x, y, scale } = camera.view()
    const at = { x: (clientX - left - x) / scale, y: (clientY - top - y) / scale, width: 0, height: 0 }
    for (const place of tree.layout.places.values()) {
      if (touches({ ...at, width: 1, height: 1 }, place.x, place.y, WIDTH, HEIGHT)) return place.id
    }
    return null
  }
  const isOnKnob = (event: { target: EventTarget }) => (event.target as Element).closest('button') !== null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current || isOnKnob(event)) return
    if (event.key === 'Enter' && !event.repeat) onOpen(current)
    else if (event.key === ' ') onFold(current)
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) onMenu()
    else if (event.shiftKey || !onWalk(event.key)) return
    event.preventDefault()
  }
  return (
    <div
      ref={setFrame}
      role="tree"
      aria-label={t('tree')}
      tabIndex={-1}
      className={css.frame}
      {...hands}
      onClick={event => {
        const id = isOnKnob(event) ? null : hit(event)
        if (id) onCurrent(id)
      }}
      onDoubleClick={event => {
        if (isOnKnob(event)) return
        const id = hit(event)
        if (id) onOpen(id)
        else zoom(1.6, undefined, true)
      }}
      onContextMenu={event => {
        const id = hit(event)
        if (!id) return
        event.preventDefault()
        onCurrent(id)
        onMenu()
      }}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const id = target.getAttribute('data-id')
        if (id && id !== current) onCurrent(id)
      }}
    >
      <canvas ref={canvas} className={css.canvas} aria-hidden />
      <div ref={plane} role="none" className={css.plane} data-level={level}>
        {drawn.map(id => {
          const place = tree.layout.places.get(id)
          const node = tree.nodes.get(id)
          if (!place || !node) return null
          return (
            <PictureNode
              key={id}
              node={node}
              x={place.x}
              y={place.y}
              depth={place.column - place.aside + 1}
              kind={tree.kinds.get(id) ?? null}
              model={modelName(node.model)}
              branches={(tree.all.children[tree.all.number.get(id) ?? -1]?.length ?? 0) > 0}
              folded={folded.has(id)}
              hidden={tree.hidden.get(id) ?? 0}
              foreign={node.session_id !== null && node.session_id !== sessionId}
              current={id === current}
              onFold={onFold}
            />
          )
        })}
      </div>
    </div>
  )
}
