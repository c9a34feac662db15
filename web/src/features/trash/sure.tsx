// Asks before anything is deleted for ever, naming what and how much.
import { Button, Group, Modal } from '@mantine/core'
import { useDeleteForEver } from '@/shared/api/organise'
import { sizeWords } from '@/shared/lib/sizes'
import { toast } from '@/shared/ui/toast'
import { useWords } from './words'

export interface Asked {
  /** What is to go; null is everything. */
  ids: string[] | null
  count: number
  /** The name where it is only one. */
  name: string | null
  bytes: number
}

interface Props {
  asked: Asked
  /** What came into the trash later than this (milliseconds) was not seen and stays. */
  before: number
  onClose: () => void
  onDone: () => void
}

export function Sure({ asked: { ids, count, name, bytes }, before, onClose, onDone }: Props) {
  const say = useWords()
  const remove = useDeleteForEver()
  const size = sizeWords(bytes)
  const go = () =>
    remove.mutate(
      { ids, before },
      {
        onSuccess: gone => {
          toast(say('deleted', { count: gone.items, size: sizeWords(gone.bytes) }))
          onDone()
          onClose()
        },
        onError: onClose,
      },
    )
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={say(ids === null ? 'ask_all_title' : 'ask_title')}
      size="sm"
      radius="lg"
      closeButtonProps={{ 'aria-label': say('cancel') }}
    >
      <p>{name === null ? say('ask_some', { count, size }) : say('ask_name', { name, size })}</p>
      <p>{say('ask_shared')}</p>
      <Group justify="end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={go}>
          {say('sure')}
        </Button>
      </Group>
    </Modal>
  )
}
