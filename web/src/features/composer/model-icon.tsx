// The sign of a model: neural or drawn by rules.
import { IconCube, IconSparkles } from '@tabler/icons-react'

export function ModelIcon({ neural }: { neural: boolean }) {
  return neural ? <IconCube size={16} aria-hidden /> : <IconSparkles size={16} aria-hidden />
}
