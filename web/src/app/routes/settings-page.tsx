// The page of settings.
import { lazy } from 'react'
import { useWords } from '../words'
import { PlainPage } from './plain-page'

const Settings = lazy(() => import('@/features/settings/settings'))

export function SettingsPage() {
  return (
    <PlainPage title={useWords()('settings')}>
      <Settings />
    </PlainPage>
  )
}
