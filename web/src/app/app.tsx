// Everything around the pages: theme, cache, live stream, gestures, routes.
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { isPassing } from '@/shared/api/problem'
import { GesturesProvider } from '@/shared/lib/gestures'
import { LiveProvider } from '@/shared/live/live'
import { Boundary } from '@/shared/ui/boundary'
import { schemeStore, theme, variables } from '@/shared/ui/theme'
import { router } from './routes/router'

// Without what draws messages the page works all the same.
const nothing: { default: () => ReactNode } = { default: () => null }
const Notices = lazy<() => ReactNode>(() => import('@/shared/ui/notices-host').catch(() => nothing))

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      // The live stream keeps facts true; asking again on every look would only cost.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always', // the server may be this machine
      retry: (count, thrown) => count < 3 && isPassing(thrown),
    },
    mutations: { networkMode: 'always' },
  },
})

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemeStore}
      defaultColorScheme="auto"
    >
      <Suspense fallback={null}>
        <Notices />
      </Suspense>
      <Boundary>
        <QueryClientProvider client={cache}>
          <LiveProvider>
            <GesturesProvider>
              <RouterProvider router={router} />
            </GesturesProvider>
          </LiveProvider>
        </QueryClientProvider>
      </Boundary>
    </MantineProvider>
  )
}
