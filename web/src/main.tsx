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
addEventListener('vite:preloadError', event => {
  const last = Number(sessionStorage.getItem('renewed') ?? 0)
  if (Date.now() - last < 60_000) return // once helps; if it does not, the error is shown
  event.preventDefault()
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
