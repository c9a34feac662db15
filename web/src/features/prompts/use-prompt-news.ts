// Keeps the list of prompts true: a new batch, a picture that is done, what was judged or thrown away.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { refreshPrompts } from '@/shared/api/prompts'
import { useLive } from '@/shared/live/live'

const REST = 250

/** Many pieces of news in a row are taken in together. */
export function usePromptNews(sessionId: string): void {
  const cache = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const soon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refreshPrompts(cache, sessionId), REST)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useLive('BatchStarted', ({ batch }) => {
    if (batch.session_id === sessionId) soon()
  })
  useLive('GenerationFinished', ({ generation }) => {
    if (generation.session_id === sessionId) soon()
  })
  useLive('Organised', ({ images, whole }) => {
    if (whole || images.some(image => image.session_id === sessionId)) soon()
  })
}
