// The frame of every page: sidebar, session column, and what lies over them.
import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import Taking from '@/features/references/taking'
import Sidebar from '@/features/sidebar/sidebar'
import { ask } from '@/shared/lib/asks'
import { useKept } from '@/shared/lib/kept'
import { Boundary } from '@/shared/ui/boundary'
import { useCommands } from '../commands'
import { Organising } from '../organising'
import { useWords } from '../words'
import { ConnectionBanner } from './banner'
import { DetailsFrame } from './details-frame'
import { Grip, WIDTH } from './grip'
import styles from './shell.module.css'
import { SidebarContext } from './sidebar-context'
import { useOver, writeNextIn } from './use-over'

const loadPalette = () => import('@/features/palette/palette')
const loadSwitcher = () => import('@/features/switcher/switcher')
const SideDrawer = lazy(() => import('./side-drawer'))
const Palette = lazy(loadPalette)
const Switcher = lazy(loadSwitcher)
const Licences = lazy(() => import('@/features/licences/licences'))
const Help = lazy(() => import('@/features/help/help'))

export function Shell() {
  const say = useWords()
  const navigate = useNavigate()
  const { sessionId } = useParams({ strict: false })
  const place = useLocation({ select: location => location.pathname })
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const [open, setOpen] = useKept('sidebar.open', true)
  const [drawer, setDrawer] = useState(false)
  const [width, setWidth] = useKept('sidebar.width', WIDTH.usual)
  const { over, open: openOver, close: closeOver } = useOver()

  const toggle = () => (narrow ? setDrawer(!drawer) : setOpen(!open))
  const openSession = (id: string) => {
    setDrawer(false)
    void navigate({ to: '/s/$sessionId', params: { sessionId: id } })
  }
  const goTo = (id: string) => {
    writeNextIn(id, sessionId ?? null)
    openSession(id)
  }
  const reveal = (id: string) => {
    if (narrow) setDrawer(true)
    else setOpen(true)
    setTimeout(() => ask('reveal', { id })) // a sidebar that was hidden listens once it is drawn
  }
  const begin = useCommands({
    openPalette: () => openOver('palette'),
    openSwitcher: () => openOver('switcher'),
    openHelp: () => openOver('help'),
    openLicences: () => openOver('licences'),
    toggleSidebar: toggle,
    openSession,
    openSettings: () => void navigate({ to: '/settings' }),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is what closes the drawer
  useEffect(() => setDrawer(false), [place])

  // Who opens them types at once: they are here before they are asked for.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadPalette(), loadSwitcher()]).catch(() => null), 1_500)
    return () => clearTimeout(timer)
  }, [])

  const shown = narrow ? drawer : open
  // biome-ignore lint/correctness/useExhaustiveDependencies: toggle and reveal only depend on these
  const frame = useMemo(
    () => ({ shown, narrow: narrow ?? false, toggle, reveal }),
    [shown, narrow, open, drawer],
  )

  const sidebar = (
    <Boundary>
      <Sidebar
        activeId={sessionId ?? null}
        onOpen={openSession}
        onNew={begin}
        onFind={() => openOver('palette')}
        onHide={toggle}
        onHome={() => void navigate({ to: '/' })}
      />
    </Boundary>
  )
  return (
    <SidebarContext value={frame}>
      <a className={styles.skip} href="#session">
        {say('skip')}
      </a>
      <ConnectionBanner />
      <div className={styles.shell}>
        {narrow ? (
          <Suspense fallback={null}>
            <SideDrawer opened={drawer} onClose={() => setDrawer(false)} side="left" title={say('sidebar')}>
              {sidebar}
            </SideDrawer>
          </Suspense>
        ) : (
          open && (
            <aside className={styles.aside} style={{ width }} aria-label={say('sidebar')}>
              {sidebar}
              <Grip width={width} onWidth={setWidth} />
            </aside>
          )
        )}
        <Outlet />
        <DetailsFrame sessionId={sessionId ?? null} narrow={narrow ?? false} />
      </div>
      <Organising sessionId={sessionId ?? null} />
      <Boundary>
        <Taking />
      </Boundary>
      <Boundary place={over ?? ''}>
        <Suspense fallback={null}>
          {over === 'palette' && <Palette activeId={sessionId ?? null} onClose={closeOver} onOpen={goTo} />}
          {over === 'switcher' && (
            <Switcher activeId={sessionId ?? null} onClose={closeOver} onOpen={goTo} onReveal={reveal} />
          )}
          {over === 'help' && (
            <Help
              first={say('group_everywhere')}
              onClose={closeOver}
              onLicences={() => openOver('licences')}
            />
          )}
          {over === 'licences' && <Licences onClose={closeOver} />}
        </Suspense>
      </Boundary>
    </SidebarContext>
  )
}
