import type { MapView, ViewRelationship } from '../../audience/view.ts'
import type { Direction, Point, RelationshipKind } from '../../domain/records.ts'
import type { NetworkDot } from './networkDots.ts'
import type { NetworkWords } from './networkScene.ts'
import { tieBetween } from './tieBetween.ts'
import type { TieGlyph } from './tieGlyph.ts'

/** The word of an own tie; x and y are its middle. */
export interface TieLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly baseline: number
  readonly rtl: boolean
  /** Font size. */
  readonly size: number
}

/** A relationship between two dots, drawn from rim to rim. */
export interface NetworkTie {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly kind: RelationshipKind
  readonly direction: Direction
  readonly strength: 1 | 2 | 3
  /** Only ever true in a team view. */
  readonly confidential: boolean
  /** The line as SVG path data; empty where the dots leave no room for it. */
  readonly path: string
  /** The arrow heads as SVG path data, to be filled. */
  readonly heads: string
  /** null when the line alone says the kind, or is too short for a sign. */
  readonly glyph: TieGlyph | null
  /** Where a confidential tie says so. */
  readonly confidentialAt: Point | null
  /** The line as a polyline, for finding it under a pointer. */
  readonly points: readonly Point[]
  readonly label: TieLabel | null
}

/** A tie's place among those that join the same two: 0 is straight, the others are to its sides. */
interface Fanned {
  readonly relationship: ViewRelationship
  readonly from: NetworkDot
  readonly to: NetworkDot
  /** In distances between neighbouring ties, seen from the dot that comes first in the view. */
  readonly lane: number
}

interface Remembered {
  readonly fanned: Fanned
  readonly ownTie: string
  readonly tie: NetworkTie
}

/** Ties by the dot they begin at: dots keep their object while nothing about them changes. */
const lastTies = new WeakMap<NetworkDot, Map<string, Remembered>>()

/**
 * All ties between dots, in the view's order; one that looks as it did keeps its object.
 * @param font size of the words of own ties
 */
export function tiesOf(
  { relationships }: MapView,
  dots: readonly NetworkDot[],
  { ownTie }: NetworkWords,
  font: number,
): NetworkTie[] {
  return fanOut(relationships, dots).map((fanned) => {
    const { relationship, from } = fanned
    let known = lastTies.get(from)
    if (!known) lastTies.set(from, (known = new Map()))
    const last = known.get(relationship.key)
    if (last && last.ownTie === ownTie && looksTheSame(last.fanned, fanned)) return last.tie
    const tie = tieBetween(relationship, from, fanned.to, fanned.lane, { word: ownTie, font })
    known.set(relationship.key, { fanned, ownTie, tie })
    return tie
  })
}

/** Gives each tie a lane of its own between its two dots, in the view's order from one side to the other. */
function fanOut(relationships: readonly ViewRelationship[], dots: readonly NetworkDot[]): Fanned[] {
  const places = new Map(dots.map((dot, index) => [dot.key, { dot, index }]))
  const lanesUsed = new Map<number, number>()
  const joining = relationships.flatMap((relationship) => {
    const from = places.get(relationship.from)
    const to = places.get(relationship.to)
    if (!from || !to || from === to) return []
    const forward = from.index < to.index
    const pair = Math.min(from.index, to.index) * dots.length + Math.max(from.index, to.index)
    const lane = lanesUsed.get(pair) ?? 0
    lanesUsed.set(pair, lane + 1)
    return [{ relationship, from: from.dot, to: to.dot, forward, pair, lane }]
  })
  return joining.map(({ relationship, from, to, forward, pair, lane }) => {
    const aside = lane - ((lanesUsed.get(pair) ?? 1) - 1) / 2
    return { relationship, from, to, lane: (forward ? aside : -aside) + 0 }
  })
}

const looksTheSame = (a: Fanned, b: Fanned): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.lane === b.lane &&
  (a.relationship === b.relationship || saysTheSame(a.relationship, b.relationship))

const saysTheSame = (a: ViewRelationship, b: ViewRelationship): boolean =>
  a.kind === b.kind &&
  a.label === b.label &&
  a.direction === b.direction &&
  a.strength === b.strength &&
  a.team?.confidentiality === b.team?.confidentiality
