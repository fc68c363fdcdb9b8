import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { PrintSheet } from '../../src/views/print/PrintSheet.tsx'
import { renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, inSegment, stakeholder } from '../support/records.ts'

const doc = docOf([
  stakeholder('a', { name: 'Ana', placement: inSegment(1) }),
  stakeholder('c', { name: 'Sworn Ally', placement: inSegment(0), confidentiality: HIDDEN }),
])
const sheet = () => document.querySelector('.print-sheet')
const say = (event: 'beforeprint' | 'afterprint') => act(() => void dispatchEvent(new Event(event)))

/** Its drawing has been fetched ahead, as it is when a page has settled. */
async function printed(settings: Parameters<typeof renderInEditor>[1] = {}) {
  const stage = renderInEditor(<PrintSheet />, { doc, ...settings })
  await import('../../src/views/print/PrintedMap.tsx')
  await waitFor(() => {
    say('afterprint')
    say('beforeprint')
    expect(sheet()).not.toBeNull()
  })
  return stage
}

describe('printing', () => {
  it('puts the public picture on paper, also from the team view, and takes it away again', async () => {
    await printed({ settings: { audience: 'team' } })
    expect(sheet()?.parentElement).toBe(document.body)
    expect(sheet()).toHaveTextContent('Ana')
    expect(sheet()).toHaveTextContent('Public version')
    expect(sheet()).not.toHaveTextContent('Sworn Ally')
    say('afterprint')
    expect(sheet()).toBeNull()
  })

  it('prints the spectrum where a network has no places yet', async () => {
    await printed({ settings: { view: 'network' } })
    expect(sheet()).toHaveTextContent('Active allies')
  })
})
