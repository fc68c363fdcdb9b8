import type { ViewRelationship, ViewStakeholder } from '../../audience/view.ts'
import { influenceLevel } from '../../domain/influence.ts'
import type { Point } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { LIGHT, SIZES } from '../../drawing/palette.ts'
import { hundredths } from './positions.ts'
import type { FormatWords, NetworkPlaces } from './writer.ts'

/** Told by our readers: then the label of a tie that isn't its own is only its kind, in words for people. */
export const OUR_NAME = 'Allyscope'

/** How a stakeholder is drawn: the colour of its segment, a size for its influence. */
export interface WrittenDot {
  /** As `#rrggbb`. */
  readonly colour: string
  /** Red, green, blue: 0…255 each. */
  readonly rgb: readonly [number, number, number]
  readonly diameter: number
}

export function dotOf({ placement, influence }: ViewStakeholder): WrittenDot {
  const colour = placement ? LIGHT.segments[segmentOf(placement.stance)].strong : LIGHT.quietTie
  const part = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16)
  const { dot } = SIZES.network
  return {
    colour,
    rgb: [part(1), part(3), part(5)],
    diameter: 2 * dot[influence === null ? 'unknown' : influenceLevel(influence)],
  }
}

/** A place as files have it, or null when the drawing has none. */
export function placeOf(key: string, places: NetworkPlaces): Point | null {
  const place = places.get(key)
  return place ? { x: hundredths(place.x), y: hundredths(place.y) } : null
}

/** What people read on a tie: its own word, or its kind in their language. */
export const tieLabel = ({ kind, label }: ViewRelationship, words: FormatWords): string =>
  kind === 'own' ? label : words.ties[kind]
