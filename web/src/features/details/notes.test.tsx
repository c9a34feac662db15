// Notes are shown as text and elements, whatever stands in them.
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Notes } from './notes'

function shown(notes: string): HTMLElement {
  return render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Notes sessionId="s" notes={notes} />
      </QueryClientProvider>
    </MantineProvider>,
  ).container
}

test('Markdown becomes elements', () => {
  const page = shown('# Harbour\n\n- **storm** first\n- [link](https://example.org)')
  expect(page.querySelector('h4')?.textContent).toBe('Harbour')
  expect(page.querySelector('strong')?.textContent).toBe('storm')
  expect(page.querySelector('a')?.getAttribute('rel')).toContain('noopener')
})

test('HTML stays text', () => {
  const page = shown('<img src=x onerror=alert(1)><script>alert(1)</script><b onclick="x()">bold</b>')
  expect(page.querySelector('script, img, b, [onclick], [onerror]')).toBeNull()
  expect(page.textContent).toContain('<script>')
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  '#here',
])('a link to %s is plain text', address => {
  const page = shown(`[click](${address}) here`)
  expect(page.querySelector('a')).toBeNull()
  expect(page.textContent).toContain('click')
})

test('a picture from elsewhere is not fetched', () => {
  expect(shown('![the pier](https://example.org/a.png)').querySelector('img')).toBeNull()
})
