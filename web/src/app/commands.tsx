// The gestures that hold everywhere; features bring their own while they are shown.
import { useMantineColorScheme } from '@mantine/core'
import {
  IconArrowRight,
  IconDeviceDesktop,
  IconHelp,
  IconLayoutSidebar,
  IconLicense,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import { press, useCreateSession } from '@/shared/api/acts'
import { ask } from '@/shared/lib/asks'
import { useGestures } from '@/shared/lib/gestures'
import { noteMade } from '@/shared/lib/made'
import { toastProblem } from '@/shared/ui/toast'
import { useWords } from './words'

interface Acts {
  openPalette: () => void
  openSwitcher: () => void
  openHelp: () => void
  openLicences: () => void
  toggleSidebar: () => void
  openSession: (id: string) => void
  openSettings: () => void
}

/** Offers the gestures; gives the one that begins a session, for the sidebar's button. */
export function useCommands({
  openPalette,
  openSwitcher,
  openHelp,
  openLicences,
  toggleSidebar,
  openSession,
  openSettings,
}: Acts): () => void {
  const say = useWords()
  const { setColorScheme } = useMantineColorScheme()
  const create = useCreateSession()
  const begin = () => {
    if (create.isPending) return
    if (window.location.pathname === '/') {
      ask('prompt', {}) // a session begins here with the first prompt
      return
    }
    const go = (id: string) => {
      noteMade(id)
      openSession(id)
    }
    create.mutate(press({}), { onSuccess: ({ id }) => go(id), onError: toastProblem })
  }
  const group = say('group_everywhere')
  useGestures([
    {
      id: 'new-session',
      words: say('new_session'),
      group,
      key: 'N',
      icon: <IconPlus size={16} />,
      run: begin,
    },
    {
      id: 'find',
      words: say('find'),
      group,
      key: 'Mod+K',
      icon: <IconSearch size={16} />,
      placeOnly: true,
      run: openPalette,
    },
    {
      id: 'switch',
      words: say('switch'),
      group,
      key: 'Mod+P',
      icon: <IconArrowRight size={16} />,
      run: openSwitcher,
    },
    { id: 'help', words: say('help'), group, key: '?', icon: <IconHelp size={16} />, run: openHelp },
    {
      id: 'toggle-sidebar',
      words: say('toggle_sidebar'),
      group,
      key: 'Mod+B',
      icon: <IconLayoutSidebar size={16} />,
      run: toggleSidebar,
    },
    {
      id: 'settings',
      words: say('settings'),
      group,
      key: 'Mod+,',
      icon: <IconSettings size={16} />,
      run: openSettings,
    },
    {
      id: 'licences',
      words: say('licences'),
      group,
      icon: <IconLicense size={16} />,
      run: openLicences,
    },
    {
      id: 'theme-dark',
      words: say('theme_dark'),
      group,
      icon: <IconMoon size={16} />,
      run: () => setColorScheme('dark'),
    },
    {
      id: 'theme-light',
      words: say('theme_light'),
      group,
      icon: <IconSun size={16} />,
      run: () => setColorScheme('light'),
    },
    {
      id: 'theme-auto',
      words: say('theme_auto'),
      group,
      icon: <IconDeviceDesktop size={16} />,
      run: () => setColorScheme('auto'),
    },
  ])
  return begin
}
