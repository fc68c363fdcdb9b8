import type { MapView, ViewStakeholder } from '../../audience/view.ts'
import type { SegmentIndex } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import type { Rect } from '../halfPie.ts'
import type { DotLevel } from '../card.ts'
import {
  dotShapeOf,
  labelOn,
  type DotLabel,
  type DotLook,
  type DotShape,
  type LabelSide,
} from './dotShape.ts'
import { labelSides } from './labelSides.ts'
import type { Line } from './lineGrid.ts'
import type { NetworkPlaces } from './networkLayout.ts'

/** A stakeholder in the network; x and y are its centre. */
export interface NetworkDot {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly radius: number
  /** To the outside of the ring of somebody confidential: ties end here. */
  readonly reach: number
  /** null = not placed on the spectrum: hollow. */
  readonly segment: SegmentIndex | null
  /** Only ever true in a team view. */
  readonly confidential: boolean
  readonly level: DotLevel
  readonly label: DotLabel
}

/** How a network is drawn. */
export interface NetworkLook {
  readonly look: DotLook
  /** Names stay inside where they can; null = they may stand anywhere. */
  readonly room: Rect | null
}

const lastDots = new WeakMap<DotShape, NetworkDot>()

/** The dots of all who have a place, in the view's order; one that has not changed or moved keeps its object. */
export function dotsOf(
  view: MapView,
  places: NetworkPlaces,
  { look, room }: NetworkLook,
): NetworkDot[] {
  const standing = view.stakeholders.flatMap((stakeholder) => {
    const place = places.get(stakeholder.key)
    return place
      ? [{ x: place.x, y: place.y, stakeholder, shape: dotShapeOf(stakeholder, look) }]
      : []
  })
  const sides = labelSides(standing, linesIn(view, places), room)
  return standing.map((one) => {
    const side = sides.get(one) ?? 'below'
    const last = lastDots.get(one.shape)
    if (last && last.x === one.x && last.y === one.y && last.label.side === side) return last
    const dot = dotOf(one.stakeholder, one.shape, one.x, one.y, side)
    lastDots.set(one.shape, dot)
    return dot
  })
}

/** Ties as straight lines from centre to centre: near enough for finding what runs through a name. */
const linesIn = ({ relationships }: MapView, places: NetworkPlaces): Line[] =>
  relationships.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)]
    return a && b ? [{ a, b }] : []
  })

const dotOf = (
  { key, placement }: ViewStakeholder,
  shape: DotShape,
  x: number,
  y: number,
  side: LabelSide,
): NetworkDot => ({
  key,
  x,
  y,
  radius: shape.radius,
  reach: shape.reach,
  segment: placement && segmentOf(placement.stance),
  confidential: shape.confidential,
  level: shape.level,
  label: labelOn(shape, side),
})
