// The viewer: one picture over its session.
interface Props {
  sessionId: string
  imageId: string
  onClose: () => void
  onOpenImage: (imageId: string) => void
}

export default function Viewer(_: Props) {
  return null
}
