// What an address shows that leads nowhere, with the next step.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Message } from '@/shared/ui/message'
import { Column } from '../shell/column'
import { Header } from '../shell/header'
import { useWords } from '../words'

export function LostPage() {
  const say = useWords()
  const title = say('lost_title')
  useEffect(() => {
    document.title = `${title} · Open Canva`
  }, [title])
  return (
    <Column header={<Header />}>
      <Message main title={title} words={say('lost_words')}>
        <Button component={Link} to="/">
          {say('lost_next')}
        </Button>
      </Message>
    </Column>
  )
}
