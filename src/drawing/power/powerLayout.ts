import type { MapView, ViewStakeholder } from '../../audience/view.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { cardFor, type CardLook, type CardShape, type DotLevel } from '../card.ts'
import type { LayoutCard } from '../layout.ts'
import { type PowerAxes, type PowerGrid, powerLevelOf } from './powerGrid.ts'
import { powerGridFor } from './powerGridFor.ts'
import { type PoweredCard, powerPlaces } from './powerPlaces.ts'

/** A card on the power grid; x and y are its centre in world units. */
export interface PowerCard extends Pick<LayoutCard, 'key' | 'x' | 'y' | 'shape' | 'segment'> {
  readonly level: DotLevel
}

/** Where everything stands on the power grid: the same for the canvas and pictures. */
export interface PowerLayout {
  readonly grid: PowerGrid
  /** In the view's order. */
  readonly cards: readonly PowerCard[]
  /** Keys of stakeholders without a stance, in the view's order. */
  readonly unplaced: readonly string[]
}

const layouts: Record<PowerAxes, WeakMap<MapView, PowerLayout>> = {
  'stance across': new WeakMap(),
  'influence across': new WeakMap(),
}
const lastCards: Record<PowerAxes, WeakMap<ViewStakeholder, PowerCard>> = {
  'stance across': new WeakMap(),
  'influence across': new WeakMap(),
}

/**
 * The layout of a view on the power grid. The team sees cards where stance and influence put them. In public they
 * are spread over their cells by order alone, for there is nothing else that the public is told.
 * A card that has not changed or moved keeps its object.
 */
export function powerLayoutFor(view: MapView, axes: PowerAxes): PowerLayout {
  let layout = layouts[axes].get(view)
  if (!layout) layouts[axes].set(view, (layout = makeLayout(view, axes)))
  return layout
}

const makeLayout = (view: MapView, axes: PowerAxes): PowerLayout =>
  powerLayoutIn(view, axes, 'map', (cards) =>
    powerGridFor(cards, { axes, alliesSide: view.info.alliesSide }),
  )

/** The layout of a view on a grid made for its cards, which must find room in it. */
export function powerLayoutIn(
  view: MapView,
  axes: PowerAxes,
  look: CardLook,
  gridFor: (cards: readonly PoweredCard[]) => PowerGrid,
): PowerLayout {
  const powered = view.stakeholders.flatMap((stakeholder) => {
    const card = poweredCard(stakeholder, look)
    return card ? [{ stakeholder, ...card }] : []
  })
  const grid = gridFor(powered)
  const places = powerPlaces(powered, grid, view.audience === 'public' ? 'spread' : 'exact')
  const cards = powered.map(({ stakeholder, key, shape, segment, level }) => {
    const { x, y } = places.get(key) ?? { x: 0, y: 0 }
    const last = lastCards[axes].get(stakeholder)
    if (last && last.x === x && last.y === y && last.shape === shape) return last
    const card: PowerCard = { key, x, y, shape, segment, level }
    lastCards[axes].set(stakeholder, card)
    return card
  })
  const unplaced = view.stakeholders.flatMap(({ key, placement }) => (placement ? [] : [key]))
  return { grid, cards, unplaced }
}

/** A stakeholder as the grid sees it; null without a stance. */
export function poweredCard(
  stakeholder: ViewStakeholder,
  look: CardLook = 'map',
): (PoweredCard & { readonly shape: CardShape }) | null {
  const { key, placement, influence } = stakeholder
  if (!placement) return null
  return {
    key,
    shape: cardFor(stakeholder, look),
    stance: placement.stance,
    influence,
    segment: segmentOf(placement.stance),
    level: powerLevelOf(influence),
  }
}
