import { render, screen } from '@testing-library/react'
import { Component, type ReactNode, useState } from 'react'
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
  const load = vi.fn<Load>(async () => Promise.resolve({ default: Greeting }))
  const Part = onDemand(load)
  Part.fetchAhead()
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce())
  // The same fetch, to its end.
  await Part.fetchNow()
  expect(load).toHaveBeenCalledOnce()
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

test('a fetch that fails while the part is shown is the error boundary’s', async () => {
  // React tells the console of every error, caught or not.
  vi.spyOn(console, 'error').mockReturnValue()
  const onError = vi.fn<(error: unknown) => void>()
  const load = vi.fn<Load>(async () => Promise.reject(new Error('no network')))
  const Part = onDemand(load)
  render(
    <Caught onError={onError}>
      <Part name="Ana" />
    </Caught>,
  )
  expect(await screen.findByText('caught')).toBeInTheDocument()
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: 'no network' }),
  )
})

class Caught extends Component<{ children: ReactNode; onError: (error: unknown) => void }> {
  override state = { isCaught: false }
  static getDerivedStateFromError() {
    return { isCaught: true }
  }
  override componentDidCatch(error: unknown) {
    this.props.onError(error)
  }
  override render() {
    return this.state.isCaught ? <p>caught</p> : this.props.children
  }
}
