// Starts the web app.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@fontsource-variable/inter/wght.css'
import './shared/ui/tokens.css'
import './shared/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'

// After an update the parts of the old page are gone; the new page has the same drafts, they are on the server.
// While the server is away nothing is gained by loading anew, and the page would be lost.
addEventListener('vite:preloadError', async () => {
  const last = Number(sessionStorage.getItem('renewed') ?? 0)
  if (Date.now() - last < 60_000) return // once helps; if it does not, the error is shown
  const there = await fetch('/api/v1/livez').then(
    answer => answer.ok,
    () => false,
  )
  if (!there) return
  sessionStorage.setItem('renewed', String(Date.now()))
  location.reload()
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html lacks #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
