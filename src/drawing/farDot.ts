import type { SegmentIndex } from '../domain/records.ts'
import type { CardShape } from './card.ts'

/** A stakeholder as seen from afar, where cards are too small to read: a dot, and its name where that fits. */
export interface FarDot {
  /** Radius on screen in CSS px, which the zoom does not change … */
  readonly radius: number
  /** … but never more than this in world units, so that it covers no neighbour. */
  readonly most: number
  /** Null = not placed, drawn as neutral. */
  readonly segment: SegmentIndex | null
  /** False = a ring: nobody has said anything of its influence. */
  readonly known: boolean
  /** Only ever true in a team view. */
  readonly confidential: boolean
  /** Steps back: does not match the filter, or not what is being shown. */
  readonly faded: boolean
  /** As it is drawn: without what no drawing may hold. */
  readonly name: string
  readonly bold: boolean
  readonly rtl: boolean
  /** Names have a halo in the colour of the ground: of the paper, or else of the segment's wedge. */
  readonly onPaper?: boolean
}

/** Below this zoom a card's text is under 5.5 px on screen, and dots with names say more. */
export const FAR_ZOOM = 0.42

/** The radius of a dot in world units. */
export const farRadius = ({ radius, most }: FarDot, zoom: number): number =>
  Math.min(radius / zoom, most)

/** Dots of cards are smaller than those of whole cards, so that many find room. */
const DOT_GROWTH = 0.66

/** The dot of a card. */
export const farDotOf = (
  { dotRadius, height, influence, confidential, lines, bold, rtl }: CardShape,
  segment: SegmentIndex | null,
  faded: boolean,
): FarDot => ({
  radius: dotRadius * DOT_GROWTH,
  most: height / 2,
  segment,
  known: influence !== 'unknown',
  confidential,
  faded,
  name: lines.join(' '),
  bold,
  rtl,
})
