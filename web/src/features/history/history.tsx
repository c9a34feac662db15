// The history of a session, batch by batch, newest first.
interface Props {
  sessionId: string
  onOpenImage: (imageId: string) => void
}

export default function History(_: Props) {
  return null
}
