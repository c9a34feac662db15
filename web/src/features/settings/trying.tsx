// The Test button and its plain answer.
import { Button } from '@mantine/core'
import { IconCircleCheck, IconExclamationCircle, IconPlugConnected } from '@tabler/icons-react'
import type { useTryEngine } from '@/shared/api/engines'
import { problemOf } from '@/shared/api/problem'
import css from './settings.module.css'
import { useWords } from './words'

type Trying = ReturnType<typeof useTryEngine>

export function TestButton({ trying, onTest }: { trying: Trying; onTest: () => void }) {
  const say = useWords()
  return (
    <Button
      variant="default"
      leftSection={<IconPlugConnected size={16} aria-hidden />}
      loading={trying.isPending}
      onClick={onTest}
    >
      {say('test')}
    </Button>
  )
}

export function TestAnswer({ trying }: { trying: Trying }) {
  const say = useWords()
  const { data, error, isPending } = trying
  const well = data?.ok === true
  const Sign = well ? IconCircleCheck : IconExclamationCircle
  const words = error ? problemOf(error).detail : (data?.words ?? '')
  return (
    <p className={css.answer} role="status" data-well={well} hidden={!words && !isPending}>
      {isPending ? (
        say('testing')
      ) : (
        <>
          <Sign size={18} aria-hidden />
          <span>
            {words} {well && <small>{say('took', { time: tookWords(data.took_ms) })}</small>}
          </span>
        </>
      )}
    </p>
  )
}

function tookWords(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}
