// Asks before an engine's settings and keys are deleted.
import { Button } from '@mantine/core'
import { useRemoveEngine } from '@/shared/api/engines'
import type { Engine } from '@/shared/api/types'
import { Foot, Frame } from '@/shared/ui/dialog-frame'
import { toast, toastProblem } from '@/shared/ui/toast'
import css from './settings.module.css'
import { useWords } from './words'

interface Props {
  engine: Engine
  onClose: () => void
  onRemoved: () => void
}

export function RemoveEngine({ engine: { id, name }, onClose, onRemoved }: Props) {
  const say = useWords()
  const remove = useRemoveEngine()
  // Not in `mutate`'s own answers: the news of it may take this card away before they are called.
  const go = async () => {
    try {
      await remove.mutateAsync(id)
      toast(say('removed', { name }))
      onRemoved()
    } catch (thrown) {
      toastProblem(thrown)
      onClose()
    }
  }
  return (
    <Frame title={say('remove_title', { name })} close={say('cancel')} size={440} onClose={onClose}>
      <p className={css.sure}>{say('remove_words')}</p>
      <Foot>
        <Button variant="default" data-autofocus onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={go}>
          {say('remove')}
        </Button>
      </Foot>
    </Frame>
  )
}
