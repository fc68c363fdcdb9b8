import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import Filters from '../../src/views/tray/Filters.tsx'
import { renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, resource, sector, stakeholder } from '../support/records.ts'

const doc = docOf([
  sector('s1', 'Health'),
  sector('s2', 'Secret services'),
  resource('r1', 'Vans'),
  stakeholder('a', { sector: sector('s1').id, offers: [resource('r1').id] }),
  stakeholder('b', { sector: sector('s2').id, confidentiality: HIDDEN }),
])
const start = (stage: Parameters<typeof renderInEditor>[1] = {}) =>
  renderInEditor(<Filters matching={1} total={2} />, { doc, ...stage })
const chip = (name: string) => screen.getByRole('button', { name })

describe('filters', () => {
  it('are set and cleared one by one and all at once', async () => {
    const { user, map } = start()
    const filter = () => map.settings.getState().filter
    await user.type(screen.getByRole('searchbox', { name: 'Find a name or word' }), 'nur')
    await user.click(chip('Health'))
    await user.click(chip('Vans'))
    await user.click(chip('Member'))
    await user.click(chip('Target'))
    await user.click(chip('Confidential'))
    expect(filter()).toEqual({
      text: 'nur',
      sectors: ['Health'],
      resources: ['Vans'],
      roles: ['member', 'target'],
      confidentiality: 'confidential',
    })
    expect(chip('Member')).toHaveAttribute('aria-pressed', 'true')
    await user.click(chip('Member'))
    await user.click(chip('Public'))
    expect(filter()).toMatchObject({ roles: ['target'], confidentiality: 'public' })
    await user.click(chip('Public'))
    expect(filter().confidentiality).toBeNull()
    await user.click(chip('1 of 2 · clear'))
    expect(filter()).toEqual({
      text: '',
      sectors: [],
      resources: [],
      roles: [],
      confidentiality: null,
    })
    expect(screen.queryByRole('button', { name: /clear/ })).toBeNull()
  })

  it('in public preview offer no word and no choice that only the team has', () => {
    start({ settings: { audience: 'public' } })
    const filters = screen.getByRole('region', { name: 'Show' })
    expect(within(filters).getByRole('button', { name: 'Health' })).toBeVisible()
    expect(filters).not.toHaveTextContent(/Secret services|Vans|Confidential/)
  })
})
