// How tall a row is: taller under a finger; the stylesheet knows.
import { useEffect, useState } from 'react'

export function useRowHeight(): number {
  const [height, setHeight] = useState(readRowHeight)
  useEffect(() => {
    const coarse = matchMedia('(pointer: coarse)')
    const read = () => setHeight(readRowHeight())
    coarse.addEventListener('change', read)
    return () => coarse.removeEventListener('change', read)
  }, [])
  return height
}

function readRowHeight(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 32
}
