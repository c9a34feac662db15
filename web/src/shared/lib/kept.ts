// A small choice kept in this browser: how wide, open or closed, where scrolled to.
import { useCallback, useState } from 'react'

/** Reads a kept value; `fallback` when there is none, or when storage is forbidden. */
export function readKept<Value>(key: string, fallback: Value): Value {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? fallback : (JSON.parse(kept) as Value)
  } catch {
    return fallback
  }
}

export function writeKept(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Storage may be full or forbidden; the choice then lasts as long as the page.
  }
}

/** State that is found again after a reload. */
export function useKept<Value>(key: string, fallback: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => readKept(key, fallback))
  const keep = useCallback(
    (next: Value) => {
      setValue(next)
      writeKept(key, next)
    },
    [key],
  )
  return [value, keep]
}
