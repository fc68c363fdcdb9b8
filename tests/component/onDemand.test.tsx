import { render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { onDemand } from '../../src/ui/onDemand.tsx'

type Load = () => Promise<{ default: typeof Greeting }>

const Greeting = ({ name }: { name: string }) => {
  const [first] = useState(name)
  return (
    <p>
      {first}, now {name}
    </p>
  )
}

test('code that is not there yet is fetched when it is shown', async () => {
  const load = vi.fn<Load>(async () => Promise.resolve({ default: Greeting }))
  const Part = onDemand(load)
  expect(load).not.toHaveBeenCalled()
  const { rerender } = render(<Part name="Ana" />)
  expect(await screen.findByText('Ana, now Ana')).toBeInTheDocument()
  rerender(<Part name="Bo" />)
  expect(screen.getByText('Ana, now Bo')).toBeInTheDocument()
})

test('fetched ahead, it is drawn in the same step', async () => {
  const Part = onDemand(async () => Promise.resolve({ default: Greeting }))
  Part.fetchAhead()
  await new Promise((resolve) => setTimeout(resolve, 400))
  render(<Part name="Ana" />)
  expect(screen.getByText('Ana, now Ana')).toBeInTheDocument()
})

test('a fetch that fails ahead of time is tried again when the part is shown', async () => {
  const load = vi
    .fn<Load>(async () => Promise.resolve({ default: Greeting }))
    .mockRejectedValueOnce(new Error('no network'))
  const Part = onDemand(load)
  Part.fetchAhead()
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce())
  render(<Part name="Ana" />)
  expect(await screen.findByText('Ana, now Ana')).toBeInTheDocument()
})
