import fc from 'fast-check'
import type { MapView, ViewStakeholder } from '../../../../src/audience/view.ts'
import type { PowerAxes } from '../../../../src/drawing/power/powerGrid.ts'
import type { PowerWords } from '../../../../src/drawing/power/powerWords.ts'
import { rectAt, type Rect } from '../../../../src/drawing/halfPie.ts'
import type { PowerCard } from '../../../../src/drawing/power/powerLayout.ts'
import { scaled } from '../../../support/arbitraryDoc.ts'
import { confidential, stakeholder, viewOf, words } from '../views.ts'

export const powerWords: PowerWords = {
  segments: words.segments,
  levels: { high: 'High', medium: 'Medium', low: 'Low', unknown: 'Not said' },
  influence: 'Influence',
  quadrants: {
    'powerful allies': 'Powerful allies',
    'powerful opponents': 'Powerful opponents',
    'allies with little power': 'Allies with little power',
    'opponents with little power': 'Opponents with little power',
  },
  count: String,
}

export const axes = fc.constantFrom<PowerAxes>('stance across', 'influence across')
export const sides = fc.constantFrom('left' as const, 'right' as const)

const NAMES = ['A', 'Nurses’ union', 'Mothers who sell at the Saturday market', 'St Anne’s parish']

/** People as they are placed: many in the middle of a segment or at a level's number, some anywhere, some nowhere. */
const arbitraryPeople = (most = 60): fc.Arbitrary<ViewStakeholder[]> =>
  fc
    .array(
      fc.record({
        name: fc.constantFrom(...NAMES),
        stance: fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(0.8, 0.4, 0, -0.4, -0.8) },
          { weight: 3, arbitrary: scaled(-1, 1) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
        influence: fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(0.2, 0.5, 0.85) },
          { weight: 2, arbitrary: scaled(0, 1) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
        isConfidential: fc.boolean(),
      }),
      { maxLength: most, size: 'max' },
    )
    .map((list) =>
      list.map(({ name, stance, influence, isConfidential }, i) =>
        stakeholder(`k${i}`, name, {
          placement: stance === null ? null : { stance, depth: 0.5 },
          influence,
          ...(isConfidential ? confidential : {}),
        }),
      ),
    )

export const arbitraryView = (most?: number): fc.Arbitrary<MapView> =>
  fc.tuple(arbitraryPeople(most), sides).map(([people, alliesSide]) => {
    const view = viewOf(people)
    return { ...view, info: { ...view.info, alliesSide } }
  })

export const rectOf = (card: PowerCard): Rect => rectAt(card, card.shape)

/** How far apart two rectangles are; negative when they overlap. */
export const apart = (a: Rect, b: Rect): number =>
  Math.max(
    Math.abs(a.x + a.width / 2 - b.x - b.width / 2) - (a.width + b.width) / 2,
    Math.abs(a.y + a.height / 2 - b.y - b.height / 2) - (a.height + b.height) / 2,
  )

export const contains = (outer: Rect, inner: Rect, slack = 0.1): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack
