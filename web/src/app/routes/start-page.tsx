// The page with no session open: typing a prompt begins one.
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import Composer from '@/features/composer/composer'
import { Examples } from '@/features/history/empty'
import { Boundary } from '@/shared/ui/boundary'
import { Column } from '../shell/column'
import { Header } from '../shell/header'
import { useWords } from '../words'
import styles from './start-page.module.css'

export function StartPage() {
  const say = useWords()
  const navigate = useNavigate()
  useEffect(() => {
    document.title = 'Open Canva'
  }, [])
  return (
    <Column header={<Header />}>
      <div className={styles.page}>
        <h1 className={styles.title}>{say('start_title')}</h1>
        <p className={styles.words}>{say('start_words')}</p>
        <Boundary>
          <Composer
            sessionId={null}
            onStarted={batch =>
              void navigate({ to: '/s/$sessionId', params: { sessionId: batch.session_id } })
            }
          />
        </Boundary>
        <div className={styles.examples}>
          <Examples />
        </div>
      </div>
    </Column>
  )
}
