import type { SegmentIndex } from '../../domain/records.ts'
import { HUB_SHARE, SEGMENT_COUNT, SEGMENTS } from '../../domain/spectrum.ts'
import { BASE_RADIUS, type HalfPie } from '../halfPie.ts'
import { SIZES } from '../palette.ts'
import { CARD_GAP, shelvingFor, type Size } from '../rows.ts'
import { shareOut } from './shareOut.ts'
import { LEAST_TYPE } from './wallPage.ts'

/** What a half-pie on the wall has to go by. */
export interface WallPieRoom {
  /** Of the pie, in units of the wall's page. */
  readonly radius: number
  readonly alliesSide: 'left' | 'right'
  /** Angle in radians that each segment needs for its own name. */
  readonly leastWidths: readonly number[]
}

interface SegmentCard {
  readonly segment: SegmentIndex
  readonly shape: Size
}

/** Names are no larger than this many steps above the least type, and shrink step by step. */
const LARGEST = 5
const STEP = 1.055
/** With more cards than this, segments keep their widths: names are small then anyway. */
const MOST_TO_WIDEN = 400
/** How full cards make a segment at best. */
const PACKED = 0.7
/** Shares of the way from equal segments to segments as wide as their cards need, in order of liking. */
const TOWARDS_NEED = [0, 0.35, 0.7, 1]
/** Tries to give a full segment what another can spare. */
const MOST_TRIES = 12

/**
 * The half-pie for the wall: it has the page's size, and is as small in world units, so with as large type, as its
 * cards allow. Segments are of one width as long as type stays readable that way; before it gets smaller, full
 * segments take angle from empty ones.
 */
export function wallPieFor(cards: readonly SegmentCard[], room: WallPieRoom): HalfPie {
  const bySegment = SEGMENTS.map((segment) =>
    cards.flatMap((card) => (card.segment === segment ? [card.shape] : [])),
  )
  const needs = bySegment.map(areaOf)
  const mayWiden = cards.length <= MOST_TO_WIDEN
  for (let step = firstStep(needs, mayWiden, room); ; step--) {
    const shares = step <= 0 && mayWiden ? TOWARDS_NEED : [0]
    for (const share of shares) {
      const pie = wallPie(step, widthsFor(needs, share, step, room), room)
      if (fullOnes(bySegment, pie).length === 0) return pie
    }
    const evened = step <= 0 && mayWiden ? evenedOut(bySegment, needs, step, room) : null
    if (evened) return evened
  }
}

/** The half-pie whose names have the least type, larger or smaller by so many steps. */
function wallPie(
  step: number,
  widths: readonly number[] | null,
  { radius, alliesSide }: WallPieRoom,
): HalfPie {
  /** Page units a world unit. */
  const zoom = (LEAST_TYPE * STEP ** step) / SIZES.card.font
  const world = radius / zoom
  return {
    radius: world,
    hubRadius: world * HUB_SHARE,
    alliesSide,
    scale: world / BASE_RADIUS,
    leastFont: LEAST_TYPE / zoom,
    ...(widths ? { widths } : {}),
  }
}

const areaOf = (sizes: readonly Size[]): number =>
  sizes.reduce((sum, { width, height }) => sum + (width + CARD_GAP) * (height + CARD_GAP), 0)

/** Area of a half-pie without its hub, by radian. */
const areaByRadian = ({ radius }: HalfPie): number => (radius ** 2 * (1 - HUB_SHARE ** 2)) / 2

/** The first step that is not out of the question, because the cards' areas alone are larger than the pie. */
function firstStep(needs: readonly number[], mayWiden: boolean, room: WallPieRoom): number {
  const most = mayWiden
    ? needs.reduce((sum, need) => sum + need, 0) / SEGMENT_COUNT
    : Math.max(...needs)
  const room0 = (areaByRadian(wallPie(0, null, room)) * Math.PI) / SEGMENT_COUNT
  return most > 0
    ? Math.min(LARGEST, Math.ceil(Math.log(room0 / most) / Math.log(STEP) / 2))
    : LARGEST
}

/** Widths so far on the way from equal ones to those that the cards' areas ask for; null = equal. */
function widthsFor(
  needs: readonly number[],
  share: number,
  step: number,
  room: WallPieRoom,
): readonly number[] | null {
  if (share === 0) return null
  const byRadian = areaByRadian(wallPie(step, null, room)) * PACKED
  const wished = needs.map((need, i) => Math.max(room.leastWidths[i] ?? 0, need / byRadian))
  const equal = Math.PI / SEGMENT_COUNT
  return shareOut(
    wished.map((width) => equal + share * (width - equal)),
    room.leastWidths,
    Math.PI,
  )
}

/** Gives the full segments more and more of what the others can spare; null when somebody stays without room. */
function evenedOut(
  bySegment: readonly (readonly Size[])[],
  needs: readonly number[],
  step: number,
  room: WallPieRoom,
): HalfPie | null {
  let widths = widthsFor(needs, 1, step, room)
  for (let tries = 0; widths && tries < MOST_TRIES; tries++) {
    const pie = wallPie(step, widths, room)
    const full = fullOnes(bySegment, pie)
    if (!full.length) return pie
    widths = shareOut(
      widths.map((width, i) => (full.some((segment) => segment === i) ? width * 1.06 : width)),
      room.leastWidths,
      Math.PI,
    )
  }
  return null
}

/** The segments whose cards find no room. */
const fullOnes = (bySegment: readonly (readonly Size[])[], pie: HalfPie): SegmentIndex[] =>
  SEGMENTS.filter((segment) => !shelvingFor(segment, bySegment[segment] ?? [], pie))
