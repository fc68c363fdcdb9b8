import type { MapView } from '../../audience/view.ts'
import type { Point } from '../../domain/records.ts'
import { cardFor } from '../card.ts'
import { rectAt, type Rect } from '../halfPie.ts'
import {
  type PowerAxes,
  powerPlaceAt,
  powerPointOf,
  powerRoom,
  type PowerValues,
} from './powerGrid.ts'
import { powerGridFor } from './powerGridFor.ts'
import { poweredCard, powerLayoutFor } from './powerLayout.ts'
import { type PoweredCard, powerPlaces, spotFor } from './powerPlaces.ts'

/**
 * New stances and influences for all who are placed: neat rows in every cell, everybody near where they stood and in
 * the same segment and level. Deterministic; tidying twice changes nothing. Whose influence is not said stands in
 * rows anyway, and keeps the stance.
 */
export function tidyPower(view: MapView, axes: PowerAxes): ReadonlyMap<string, PowerValues> {
  const { grid } = powerLayoutFor(view, axes)
  const cards = view.stakeholders.flatMap((stakeholder) => poweredCard(stakeholder) ?? [])
  const places = powerPlaces(cards, grid, 'rows')
  return new Map(
    cards.map(({ key, stance, influence, segment, level }) => {
      const place = places.get(key)
      const found = level !== 'unknown' && place ? powerPlaceAt(grid, place) : null
      if (found?.segment !== segment || found.level !== level) return [key, { stance, influence }]
      return [key, { stance: found.stance, influence: found.influence }]
    }),
  )
}

/**
 * What cards let go at points of the grid (world units) come to mean: exactly what the point says if they cover
 * nobody there, otherwise the nearest free spot in the same cell, so that nobody else has to move. Each makes way for
 * those before it. Points off the grid are left out. `view` is the team's: it knows everybody who stands there.
 */
export function settlePower(
  view: MapView,
  axes: PowerAxes,
  drops: ReadonlyMap<string, Point>,
): Map<string, PowerValues> {
  const before = powerLayoutFor(view, axes).grid
  const landing: PoweredCard[] = []
  const others: PoweredCard[] = []
  for (const stakeholder of view.stakeholders) {
    const at = drops.get(stakeholder.key)
    const place = at && powerPlaceAt(before, at)
    if (place) landing.push({ key: stakeholder.key, shape: cardFor(stakeholder), ...place })
    else others.push(...[poweredCard(stakeholder) ?? []].flat())
  }
  // The grid as it will be drawn then: a fuller cell may make it grow.
  const grid = powerGridFor([...others, ...landing], { ...before })
  const stand = powerPlaces(others, grid, 'exact')
  const taken: Rect[] = others.flatMap(({ key, shape }) => {
    const at = stand.get(key)
    return at ? [rectAt(at, shape)] : []
  })
  const settled = new Map<string, PowerValues>()
  for (const { key, shape, stance, influence, segment, level } of landing) {
    const wished = powerPointOf(grid, stance, influence)
    const spot =
      level === 'unknown'
        ? null
        : spotFor({ shape, wished }, taken, powerRoom(grid, segment, level))
    const found = spot && spot !== wished ? powerPlaceAt(grid, spot) : null
    settled.set(key, {
      stance: found?.stance ?? stance,
      influence: found ? found.influence : influence,
    })
    taken.push(rectAt(spot ?? wished, shape))
  }
  return settled
}
