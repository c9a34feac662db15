// The foot of the sidebar: archive, trash and settings, whether engines are ready, and dark or light.
import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core'
import {
  IconArchive,
  IconDeviceDesktop,
  IconMoon,
  IconSettings,
  IconSun,
  IconTrash,
} from '@tabler/icons-react'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useEngines } from '@/shared/api/reads'
import { useConnection } from '@/shared/live/live'
import { Tool } from '@/shared/ui/tool'
import styles from './sidebar.module.css'
import { useWords } from './words'

const SIGNS = { auto: IconDeviceDesktop, dark: IconMoon, light: IconSun }
const NEXT = { auto: 'dark', dark: 'light', light: 'auto' } as const

export function Footer() {
  const say = useWords()
  const { data: engines } = useEngines()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const lost = useConnection() === 'lost'
  const ready = engines?.filter(engine => engine.state === 'ready').length
  const away = engines?.filter(engine => engine.state !== 'ready' && !engine.hidden) ?? []
  const Sign = SIGNS[colorScheme]
  const words = lost
    ? say('not_connected')
    : ready === undefined
      ? say('engines_unknown')
      : ready
        ? say('engines', { count: ready })
        : say('engines_none')
  const reasons = away.map(engine => `${engine.name}: ${engine.reason ?? engine.state}`).join('\n')
  return (
    <div className={styles.footer}>
      <Place to="/archive" words={say('archive')} Sign={IconArchive} />
      <Place to="/trash" words={say('trash')} Sign={IconTrash} />
      <Place to="/settings" words={say('settings')} Sign={IconSettings} />
      <Tooltip label={reasons} disabled={!reasons} multiline maw={320} style={{ whiteSpace: 'pre-line' }}>
        <span className={styles.engines}>
          <span className={styles.dot} data-ready={(!lost && Boolean(ready)) || undefined} />
          {words}
        </span>
      </Tooltip>
      <Tool
        words={say(`theme_${colorScheme}`)}
        size="lg"
        className={styles.hide}
        onClick={() => setColorScheme(NEXT[colorScheme])}
      >
        <Sign size={18} stroke={1.6} />
      </Tool>
    </div>
  )
}

interface Where {
  to: string
  words: string
  Sign: typeof IconTrash
}

/** A link to a page of its own. */
function Place({ to, words, Sign }: Where) {
  const router = useRouter()
  const here = useRouterState({ select: state => state.location.pathname === to })
  return (
    <Tooltip label={words}>
      <ActionIcon
        component="a"
        href={to}
        variant="subtle"
        color="gray"
        size="lg"
        className={styles.hide}
        aria-label={words}
        aria-current={here ? 'page' : undefined}
        onClick={event => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          router.history.push(to)
        }}
      >
        <Sign size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
