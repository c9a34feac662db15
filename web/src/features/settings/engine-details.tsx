// An opened engine: its connection, limits, default models, and whether it is offered at all.
import { Button, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useChangeEngine } from '@/shared/api/engines'
import type { Engine, EngineKind } from '@/shared/api/types'
import { toastProblem } from '@/shared/ui/toast'
import { EngineConnection } from './engine-connection'
import { EngineDefaults } from './engine-defaults'
import { EngineLimits } from './engine-limits'
import { RemoveEngine } from './remove-engine'
import css from './settings.module.css'
import { useWords } from './words'

interface Props {
  engine: Engine
  kind: EngineKind | undefined
  onClose: () => void
}

export function EngineDetails({ engine, kind, onClose }: Props) {
  const say = useWords()
  const change = useChangeEngine()
  const [removing, setRemoving] = useState(false)
  const hide = (hidden: boolean) => change.mutate({ id: engine.id, hidden }, { onError: toastProblem })
  return (
    <div className={css.details}>
      {kind && <EngineConnection engine={engine} kind={kind} />}
      <EngineLimits engine={engine} />
      <EngineDefaults engine={engine} />
      <div className={css.last}>
        <Switch
          className={css.grow}
          label={say('hide')}
          description={say('hide_hint')}
          checked={engine.hidden}
          disabled={change.isPending}
          onChange={event => hide(event.currentTarget.checked)}
        />
        {engine.source === 'settings' && (
          <Button
            variant="subtle"
            color="gray"
            c="var(--bad)"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setRemoving(true)}
          >
            {say('remove')}
          </Button>
        )}
      </div>
      {removing && <RemoveEngine engine={engine} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </div>
  )
}
