import type { MapView, ViewStakeholder } from '../audience/view.ts'
import type { Placement, SegmentIndex } from '../domain/records.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { cardFor, type CardLook, type CardShape } from './card.ts'
import type { HalfPie } from './halfPie.ts'
import { pieFor } from './pieFor.ts'
import { tidy, worldPoint } from './tidy.ts'

/** A card on the half-pie; x and y are its centre in world units. */
export interface LayoutCard {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly shape: CardShape
  readonly segment: SegmentIndex
  readonly placement: Placement
}

/** Where everything stands: the same for the canvas, the wall and pictures. */
export interface SpectrumLayout {
  readonly pie: HalfPie
  /** In the view's order. */
  readonly cards: readonly LayoutCard[]
  /** Keys of stakeholders not placed yet, in the view's order. */
  readonly unplaced: readonly string[]
}

const layouts = new WeakMap<MapView, SpectrumLayout>()
const lastCards = new WeakMap<ViewStakeholder, LayoutCard>()

/**
 * The layout of a view. The team sees cards where it put them. In public they are spread by their order alone:
 * a place taken from the team's map would show gaps where somebody hidden stands.
 * A card that has not changed or moved keeps its object.
 */
export function layoutFor(view: MapView): SpectrumLayout {
  let layout = layouts.get(view)
  if (!layout) layouts.set(view, (layout = makeLayout(view)))
  return layout
}

/** A stakeholder who is placed, with the card that shows it. */
interface Standing {
  readonly stakeholder: ViewStakeholder
  readonly key: string
  readonly placement: Placement
  readonly segment: SegmentIndex
  readonly shape: CardShape
}

/** All who are placed, in the view's order. */
export const standingIn = ({ stakeholders }: MapView, look: CardLook = 'map'): Standing[] =>
  stakeholders.flatMap((stakeholder) => {
    const { key, placement } = stakeholder
    if (!placement) return []
    const segment = segmentOf(placement.stance)
    return [{ stakeholder, key, placement, segment, shape: cardFor(stakeholder, look) }]
  })

/** Keys of all who are not placed, in the view's order. */
export const unplacedIn = ({ stakeholders }: MapView): string[] =>
  stakeholders.flatMap(({ key, placement }) => (placement ? [] : [key]))

function makeLayout(view: MapView): SpectrumLayout {
  const standing = standingIn(view)
  const pie = pieFor(standing, view.info.alliesSide)
  const spread = view.audience === 'public' ? tidy(standing, pie, 'spread') : null
  const cards = standing.map(({ stakeholder, key, placement, segment, shape }) => {
    const place = spread?.get(key) ?? placement
    const { x, y } = worldPoint(place, pie)
    const last = lastCards.get(stakeholder)
    if (last && last.x === x && last.y === y && samePlace(last.placement, place)) return last
    const card: LayoutCard = { key, x, y, shape, segment, placement: place }
    lastCards.set(stakeholder, card)
    return card
  })
  return { pie, cards, unplaced: unplacedIn(view) }
}

const samePlace = (a: Placement, b: Placement): boolean =>
  a.stance === b.stance && a.depth === b.depth
