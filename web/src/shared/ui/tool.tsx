// A button that is a sign: what it does is its name, and is shown beside it.
import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core'
import type { ComponentPropsWithoutRef } from 'react'

interface Props extends ActionIconProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ActionIconProps> {
  words: string
}

export function Tool({ words, children, ...rest }: Props) {
  return (
    <Tooltip label={words}>
      <ActionIcon variant="subtle" color="gray" aria-label={words} {...rest}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
