// The help sheet: every gesture with a key, drawn from the same data that the keyboard uses.
import { Modal } from '@mantine/core'
import { addWords } from '@/shared/i18n/words'
import { type Gesture, useAllGestures } from '@/shared/lib/gestures'
import { keySigns } from '@/shared/lib/keys'
import styles from './help.module.css'

const { useWords } = addWords('help', { title: 'Keyboard shortcuts', close: 'Close' })

export default function Help({ onClose }: { onClose: () => void }) {
  const say = useWords()
  const groups = groupByHeading(useAllGestures())
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('title')}
      size={640}
      radius="lg"
      closeButtonProps={{ 'aria-label': say('close') }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title }}
    >
      <div className={styles.groups}>
        {groups.map(([heading, gestures]) => (
          <section key={heading}>
            <h3 className={styles.heading}>{heading}</h3>
            <dl className={styles.list}>
              {gestures.map(gesture => (
                <div key={gesture.id} className={styles.line}>
                  <dt>{gesture.words}</dt>
                  <dd className={styles.keys}>
                    {gesture.key?.split(' ').map(key => (
                      <kbd key={key} className={styles.key}>
                        {keySigns(key).join(' ')}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

/** Gestures with a key under their headings, each once, in the order they were offered. */
export function groupByHeading(gestures: readonly Gesture[]): [string, Gesture[]][] {
  const groups = new Map<string, Gesture[]>()
  for (const gesture of gestures) {
    if (!gesture.key) continue
    const group = groups.get(gesture.group) ?? []
    if (!group.some(known => known.id === gesture.id)) group.push(gesture)
    groups.set(gesture.group, group)
  }
  return [...groups]
}
