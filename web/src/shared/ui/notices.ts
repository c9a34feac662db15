// Short messages at the edge of the window; what draws them is loaded right after the first look.
import type { NotificationData } from '@mantine/notifications'

const host = () => import('./notices-host')

const ignore = () => undefined // while the server is away its messages cannot be drawn; the banner says so

/** Shows a message; one with the same `id` is shown once. */
export function showNotice(message: NotificationData & { id: string }): void {
  void host().then(
    ({ notifications, closing }) => notifications.show({ closeButtonProps: closing, ...message }),
    ignore,
  )
}

export function hideNotice(id: string): void {
  void host().then(({ notifications }) => notifications.hide(id), ignore)
}
