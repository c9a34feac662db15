// What a picture is called in the panel: its file, or what it is a picture of.
import { useMemo } from 'react'
import { useBatches } from '@/shared/api/reads'
import type { Image } from '@/shared/api/types'
import { useWords } from './words'

const LONG = 80

/** Names pictures of a session; `number` is for those of which nothing is known here. */
export function useNames(sessionId: string): (image: Image, number: number) => string {
  const t = useWords()
  const { data } = useBatches(sessionId)
  const prompts = useMemo(() => {
    const known = new Map<string, string>()
    for (const { prompt, generations } of (data?.pages ?? []).flatMap(page => page.items)) {
      for (const { image } of generations) if (image) known.set(image.id, prompt)
    }
    return known
  }, [data])
  return (image, number) => {
    const prompt = prompts.get(image.id)?.trim()
    if (image.file_name) return image.file_name
    if (!prompt) return t('picture', { number })
    return t('pictureOf', { prompt: prompt.length > LONG ? `${prompt.slice(0, LONG).trimEnd()}…` : prompt })
  }
}
