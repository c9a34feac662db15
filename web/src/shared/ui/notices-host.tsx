// Draws the short messages at the edge of the window.
import { Notifications, notifications } from '@mantine/notifications'
import { addWords } from '@/shared/i18n/words'

const { say } = addWords('notices', { close: 'Close this message' })

/** What its button is called by those who do not see it. */
export const closing = { 'aria-label': say('close') }

export default function NoticesHost() {
  return <Notifications position="bottom-right" limit={4} />
}

export { notifications }
