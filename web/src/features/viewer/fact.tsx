// A line among the facts of a picture: its name and what is so.
import type { ReactNode } from 'react'
import type { Image } from '@/shared/api/types'
import { useWords } from './words'

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What kind of file it is, and how large. */
export function File({ image: { media_type, bytes } }: { image: Image }) {
  const t = useWords()
  const kind = media_type.replace('image/', '').toUpperCase()
  return <Fact name={t('size')}>{`${kind} · ${weight(bytes)}`}</Fact>
}

/** “640 kB”, “1.4 MB”. */
function weight(bytes: number): string {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const digits = { maximumFractionDigits: amount < 10 ? 1 : 0 }
  return new Intl.NumberFormat('en-GB', { style: 'unit', unit, ...digits }).format(amount)
}
