import { act, render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { announce, Announcer, speak } from '../../src/ui/announcer.tsx'
import { Dialog } from '../../src/ui/Dialog.tsx'

it('says in an open dialog what happens meanwhile, since nobody hears the page behind it', () => {
  const page = (dialog: ReactNode) => (
    <>
      <Announcer />
      {dialog}
    </>
  )
  const { rerender } = render(page(null))
  act(() => speak('Added Bishop.'))
  rerender(
    page(
      <Dialog title="Import" onClose={() => undefined}>
        <p>Choose a file.</p>
      </Dialog>,
    ),
  )
  const spoken = within(screen.getByRole('dialog', { name: 'Import' })).getByRole('status')
  expect(spoken).toBeEmptyDOMElement()
  act(() => announce('The disk is full.', 'problem'))
  expect(spoken).toHaveTextContent('The disk is full.')
})

it('reads the same words out again when they are said again', () => {
  render(<Announcer />)
  const texts: (string | null)[] = []
  const status = screen.getByRole('status')
  for (let i = 0; i < 3; i += 1) {
    act(() => announce('The backup was handed over.'))
    expect(status).toHaveTextContent('The backup was handed over.')
    texts.push(status.textContent)
  }
  expect(texts[0]).not.toBe(texts[1])
  expect(texts[1]).not.toBe(texts[2])
})
