// Keeps an unexpected error inside its place and offers to try again.
import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { addWords } from '@/shared/i18n/words'
import { Message } from './message'

const { say } = addWords('boundary', {
  title: 'This part stopped working',
  words: 'Your work is safe on the server. Try again; if it stays like this, load the page anew.',
  again: 'Try again',
})

interface Props {
  children: ReactNode
  /** A change of it clears the error: another session is another chance. */
  place?: string
}

export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidUpdate(before: Props) {
    if (before.place !== this.props.place && this.state.broken) this.setState({ broken: false })
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div role="alert">
        <Message title={say('title')} words={say('words')}>
          <Button variant="default" onClick={() => this.setState({ broken: false })}>
            {say('again')}
          </Button>
        </Message>
      </div>
    )
  }
}
