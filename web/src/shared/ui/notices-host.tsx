// Draws the short messages at the edge of the window.
import { Notifications, notifications } from '@mantine/notifications'

export default function NoticesHost() {
  return <Notifications position="bottom-right" limit={4} />
}

export { notifications }
