// Asks before an engine's settings and keys are deleted.
import { Button, Group, Modal } from '@mantine/core'
import { useRemoveEngine } from '@/shared/api/engines'
import type { Engine } from '@/shared/api/types'
import { toast, toastProblem } from '@/shared/ui/toast'
import { useWords } from './words'

interface Props {
  engine: Engine
  onClose: () => void
  onRemoved: () => void
}

export function RemoveEngine({ engine: { id, name }, onClose, onRemoved }: Props) {
  const say = useWords()
  const remove = useRemoveEngine()
  const go = () =>
    remove.mutate(id, {
      onSuccess: () => {
        toast(say('removed', { name }))
        onRemoved()
      },
      onError: thrown => {
        toastProblem(thrown)
        onClose()
      },
    })
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={say('remove_title', { name })}
      size="sm"
      radius="lg"
      closeButtonProps={{ 'aria-label': say('cancel') }}
    >
      <p>{say('remove_words')}</p>
      <Group justify="end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={go}>
          {say('remove')}
        </Button>
      </Group>
    </Modal>
  )
}
