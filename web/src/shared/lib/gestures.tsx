// Gestures as data: one object feeds the keyboard, the palette, menus and the help sheet.
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { isTyping, matchesKey, noteTyping, wasTypedInto } from './keys'

export interface Gesture {
  id: string
  /** What it does, as a menu would say it. */
  words: string
  /** Heading in the help sheet. */
  group: string
  /** "Mod+K", "N", "ArrowLeft"; several with spaces between. */
  key?: string
  icon?: ReactNode
  /** Also while a person is writing; keys with Mod always are. */
  whileTyping?: boolean
  /** Not in a field that was typed into, though it has Mod: the field has its own meaning for it. */
  notWhileTyping?: boolean
  /** Kept out of the palette: it only makes sense in its place. */
  placeOnly?: boolean
  /** Whether it can be done now; left out means always. */
  when?: () => boolean
  /** Left out where the place itself handles the key; then it is only told in the help sheet. */
  run?: () => void
}

class Register {
  private lists: (readonly Gesture[])[] = []
  private hearers = new Set<() => void>()
  all: readonly Gesture[] = []

  add(list: readonly Gesture[]): () => void {
    this.lists = [...this.lists, list]
    this.tell()
    return () => {
      this.lists = this.lists.filter(known => known !== list)
      this.tell()
    }
  }

  listen = (hear: () => void): (() => void) => {
    this.hearers.add(hear)
    return () => this.hearers.delete(hear)
  }

  private tell(): void {
    this.all = this.lists.flat()
    for (const hear of this.hearers) hear()
  }
}

const Context = createContext(new Register())

/** The gesture that a press means; what was added last goes first. */
export function pickGesture(all: readonly Gesture[], press: KeyboardEvent): Gesture | undefined {
  const typing = isTyping(press.target, press.key)
  return all.findLast(gesture => {
    if (!gesture.key || !gesture.run || !matchesKey(gesture.key, press)) return false
    const plain = !press.ctrlKey && !press.metaKey
    if (typing && gesture.notWhileTyping && wasTypedInto(press.target)) return false
    if (typing && plain && !gesture.whileTyping) return false
    return gesture.when?.() ?? true
  })
}

export function GesturesProvider({ children }: { children: ReactNode }) {
  const [register] = useState(() => new Register())
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const gesture = pickGesture(register.all, event)
      if (!gesture) return
      event.preventDefault()
      gesture.run?.()
    }
    addEventListener('keydown', press)
    addEventListener('input', noteTyping, true)
    return () => {
      removeEventListener('keydown', press)
      removeEventListener('input', noteTyping, true)
    }
  }, [register])
  return <Context value={register}>{children}</Context>
}

/** Offers gestures while the component is shown; `run` and `when` may change with every drawing. */
export function useGestures(gestures: readonly Gesture[]): void {
  const register = useContext(Context)
  const newest = useRef(gestures)
  useEffect(() => {
    newest.current = gestures
  })
  const shape = gestures.map(({ id, words, key }) => `${id}\t${words}\t${key}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown of them is in `shape`
  useEffect(() => {
    const now = (id: string) => newest.current.find(gesture => gesture.id === id)
    return register.add(
      newest.current.map(gesture => ({
        ...gesture,
        when: () => now(gesture.id)?.when?.() ?? true,
        ...(gesture.run && { run: () => now(gesture.id)?.run?.() }),
      })),
    )
  }, [register, shape])
}

/** Every gesture offered now. */
export function useAllGestures(): readonly Gesture[] {
  const register = useContext(Context)
  return useSyncExternalStore(register.listen, () => register.all)
}
