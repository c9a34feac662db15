// The help sheet: every gesture with a key, drawn from the same data that the keyboard uses.
import { Modal } from '@mantine/core'
import { addWords } from '@/shared/i18n/words'
import { useAllGestures } from '@/shared/lib/gestures'
import { keySigns } from '@/shared/lib/keys'
import { groupByHeading } from './groups'
import styles from './help.module.css'

const { useWords } = addWords('help', {
  title: 'Keyboard shortcuts',
  close: 'Close',
  licences: 'Licences of the art and parts it holds',
})

interface Props {
  /** The heading that comes first. */
  first: string
  onClose: () => void
  /** Open whose work the program holds. */
  onLicences: () => void
}

export default function Help({ first, onClose, onLicences }: Props) {
  const say = useWords()
  const groups = groupByHeading(useAllGestures(), first)
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
      <button type="button" className={styles.licences} onClick={onLicences}>
        {say('licences')}
      </button>
    </Modal>
  )
}
