import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import { cardLabel } from '../../../src/canvas/cardLabel.ts'
import { type CardLook, domIdOf, inReadingOrder, itemFor } from '../../../src/canvas/toFlow.ts'
import { layoutFor } from '../../../src/drawing/layout.ts'
import type { Stakeholder } from '../../../src/domain/records.ts'
import { docOf, HIDDEN, inSegment, personId, stakeholder } from '../../support/records.ts'

const LOOK: CardLook = { id: personId('a'), name: 'Ana', label: 'Ana', faded: false }
const flowNodeFor = (...of: Parameters<typeof itemFor>) => itemFor(...of).node
const cardsOf = (...people: Stakeholder[]) => layoutFor(viewFor(docOf(people), 'team')).cards
const [card] = cardsOf(stakeholder('a', { placement: inSegment(1) }))
if (!card) throw new Error('there is a card')

describe('a card’s node', () => {
  it('is the same object while card and look are, so that it is not drawn again', () => {
    const node = flowNodeFor(card, LOOK)
    expect(flowNodeFor(card, { ...LOOK })).toBe(node)
    expect(flowNodeFor({ ...card }, LOOK)).not.toBe(node)
  })

  it('is another one when anything about its look changes', () => {
    const changes: CardLook[] = [
      { ...LOOK, id: personId('b') },
      { ...LOOK, name: 'Bo' },
      { ...LOOK, label: 'Ana, ally' },
      { ...LOOK, faded: true },
    ]
    for (const look of changes) {
      const before = flowNodeFor(card, LOOK)
      expect(flowNodeFor(card, look)).not.toBe(before)
      expect(flowNodeFor(card, look)).toBe(flowNodeFor(card, structuredClone(look)))
    }
  })

  it('is centred on its place', () => {
    const { position, width, height } = flowNodeFor(card, LOOK)
    expect(position.x + (width ?? 0) / 2).toBeCloseTo(card.x, 1)
    expect(position.y + (height ?? 0) / 2).toBeCloseTo(card.y, 1)
    expect(domIdOf(card.key)).toBe('card-a')
  })
})

it('reads from the active allies to the active opponents, and from the hub to the rim', () => {
  const cards = cardsOf(
    stakeholder('opponent', { placement: inSegment(4, 0.1) }),
    stakeholder('far ally', { placement: inSegment(0, 0.9) }),
    stakeholder('neutral', { placement: inSegment(2) }),
    stakeholder('near ally', { placement: inSegment(0, 0.1) }),
  )
  expect(inReadingOrder(cards).map(({ key }) => key)).toEqual([
    'near ally',
    'far ally',
    'neutral',
    'opponent',
  ])
})

describe('what a screen reader says of a card', () => {
  const say = (facts: Partial<Stakeholder>, audience: 'team' | 'public' = 'team') => {
    const [shown] = viewFor(docOf([stakeholder('Nurses', facts)]), audience).stakeholders
    return shown && cardLabel(shown, ['With us', null, null, null, null])
  }

  it('is the name, where it stands, its influence, where we want it, and whether it is confidential', () => {
    expect(say({})).toBe('Nurses')
    expect(
      say({
        placement: inSegment(1),
        influence: 0.9,
        targetSegment: 0,
        confidentiality: HIDDEN,
      }),
    ).toBe('Nurses, passive ally, high influence, wanted in With us, confidential')
    expect(say({ placement: inSegment(0) })).toBe('Nurses, With us')
  })

  it('never says in public that anybody is confidential', () => {
    const confidentiality = { level: 'confidential', publicStance: -0.4 } as const
    expect(say({ placement: inSegment(0), confidentiality }, 'public')).toBe(
      'Nurses, passive opponent',
    )
  })
})
