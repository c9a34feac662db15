// What stands while something that was opened over the page is still loaded: nothing, but Escape gives it up.
import { useEffect, useRef } from 'react'

export function Loading({ onClose }: { onClose: () => void }) {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => key === 'Escape' && close.current()
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return null
}
