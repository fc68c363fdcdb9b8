import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NOTHING_CHOSEN } from '../../src/audience/policy.ts'
import { Sharing } from '../../src/views/sharing/Sharing.tsx'
import { EVERYTHING } from '../support/publicChoices.ts'
import { renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, inSegment, sector, shownAt, stakeholder, tie } from '../support/records.ts'

const doc = docOf(
  [
    sector('s', 'Maria’s circle'),
    stakeholder('a', {
      name: 'Ana',
      placement: inSegment(1),
      sector: sector('s').id,
      tags: ['rent', 'marias'],
      description: 'Knows the night nurse.',
    }),
    stakeholder('b', { name: 'Friends of Maria' }),
    stakeholder('c', { name: 'Cem', placement: inSegment(0), confidentiality: shownAt(0) }),
    stakeholder('m', { name: 'Maria', aliases: ['the night nurse'], confidentiality: HIDDEN }),
    tie('t', 'a', 'm', { kind: 'trusts' }),
    tie('u', 'a', 'b'),
  ],
  { name: 'Rent for María' },
)
const harmless = docOf([stakeholder('a', { name: 'Ana' })])

const start = (audience: 'team' | 'public', map = doc, told = NOTHING_CHOSEN) =>
  renderInEditor(<Sharing told={told} />, { doc: map, settings: { audience } })
const button = (name: string, inside = document.body) =>
  within(inside).getByRole('button', { name })
const review = () => screen.getByRole('dialog', { name: 'Review before sharing' })
const part = (name: string) => within(review()).getByRole('region', { name })

describe('before sharing', () => {
  it('says in the team view how many texts are left out, and which names to check', () => {
    const { unmount } = start('team')
    expect(screen.getByText(/^2 texts mention somebody hidden/)).toBeVisible()
    expect(screen.getByText(/^1 visible name or text may give away somebody hidden/)).toBeVisible()
    unmount()
    start('team', doc, EVERYTHING)
    expect(screen.getByText(/^4 texts mention/)).toBeVisible()
  })

  it('lists everybody who will be visible where the public sees them, and nobody else', async () => {
    const { user } = start('team')
    await user.click(button('Review before sharing'))
    expect(within(part('Visible to the public')).getByText('3')).toBeVisible()
    expect(part('Passive allies')).toHaveTextContent('Ana')
    expect(part('Neutral')).toHaveTextContent('Cem')
    expect(part('Not placed yet')).toHaveTextContent('Friends of Maria')
    expect(review()).not.toHaveTextContent('night nurse')
    expect(within(review()).queryByText('Maria')).toBeNull()
  })

  it('shows what is withheld and why once asked for, and puts it away again', async () => {
    const { user } = start('team', doc, { ...NOTHING_CHOSEN, description: true })
    await user.click(button('Review before sharing'))
    await user.click(button('Show what is withheld'))
    expect(within(part('Hidden stakeholders')).getByText('Maria')).toBeVisible()
    expect(part('Shown at a public stance')).toHaveTextContent('Cem: shown among “Neutral”')
    expect(part('Ties')).toHaveTextContent('Ana trusts Maria (somebody hidden)')
    expect(part('Names to check')).toHaveTextContent('“Friends of Maria” mentions “Maria”')
    const texts = part('Texts that mention somebody hidden')
    expect(texts).toHaveTextContent('Issue of the map: mentions “Maria”Rent for María')
    expect(texts).toHaveTextContent('Sector: mentions “Maria”')
    expect(texts).toHaveTextContent('Description of Ana: mentions “the night nurse”')
    expect(screen.getByRole('heading', { name: 'Withheld from the public' })).toHaveFocus()
    await user.click(button('Hide what is withheld'))
    expect(review()).not.toHaveTextContent('night nurse')
  })

  it('tells in public preview neither in words nor in looks whether anything is withheld', async () => {
    const look = (map: typeof doc) => {
      const { container, unmount } = start('public', map)
      const shown = container.innerHTML
      unmount()
      return shown
    }
    const secretive = docOf([
      stakeholder('a', { name: 'Ana', tags: ['maria'] }),
      stakeholder('m', { name: 'Maria', confidentiality: HIDDEN }),
    ])
    expect(look(secretive)).toBe(look(harmless))
    const { user } = start('public')
    expect(screen.queryByText(/hidden and/)).toBeNull()
    await user.click(button('Review before sharing'))
    expect(button('Show what is withheld', review())).toBeVisible()
    expect(review()).not.toHaveTextContent(/night nurse/)
  })

  it('says that nothing is withheld where nothing is', async () => {
    const { user } = start('team', harmless)
    expect(screen.queryByText(/mention/)).toBeNull()
    await user.click(button('Review before sharing'))
    await user.click(button('Show what is withheld'))
    expect(part('Withheld from the public')).toHaveTextContent('Nothing is withheld.')
  })

  it('closes, and the button has the focus again', async () => {
    const { user } = start('team')
    await user.click(button('Review before sharing'))
    await user.click(button('Close', within(review()).getByRole('contentinfo')))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(button('Review before sharing')).toHaveFocus()
  })
})
