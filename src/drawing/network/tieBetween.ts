import type { ViewRelationship } from '../../audience/view.ts'
import type { Point } from '../../domain/records.ts'
import { SIZES } from '../palette.ts'
import { pathNumber as n } from '../pathNumber.ts'
import { isRtl, wrap } from '../wrap.ts'
import type { NetworkDot } from './networkDots.ts'
import type { NetworkTie, TieLabel } from './networkTies.ts'
import {
  curveBetween,
  headingOn,
  pointOn,
  pointsOn,
  spanOf,
  towards,
  type Curve,
} from './tieCurve.ts'
import { signOf } from './tieGlyph.ts'

/** Length and half the width of an arrow head, by strength. */
const HEADS = {
  1: { length: 8.5, half: 3.3 },
  2: { length: 10, half: 4 },
  3: { length: 13.5, half: 5.8 },
} as const

/** A head is open at the back by this share, so that thick lines reach into it without showing at its tip. */
const HEAD_DEPTH = 0.85

/** Shorter lines have no room for a sign between their heads. */
const LEAST_FOR_SIGN = 26
/** From the middle of a line with a sign to the one that says "confidential". */
const BESIDE = 15

/** What stands at an own tie without a word, and the size of all such words. */
interface OwnTie {
  readonly word: string
  readonly font: number
}

/**
 * A relationship drawn between two dots. `lane` tells ties that join the same two apart: 0 is straight, the others
 * curve to its sides, `SIZES.network.tie.fan` apart.
 */
export function tieBetween(
  relationship: ViewRelationship,
  from: NetworkDot,
  to: NetworkDot,
  lane: number,
  own: OwnTie,
): NetworkTie {
  const { key, kind, direction, strength, team } = relationship
  const { fan, gap } = SIZES.network.tie
  const confidential = team?.confidentiality === 'confidential'
  const facts = { key, from: from.key, to: to.key, kind, direction, strength, confidential }
  const curve = curveBetween(from, to, lane * fan, gap)
  if (!curve) {
    return {
      ...facts,
      path: '',
      heads: '',
      glyph: null,
      confidentialAt: null,
      points: [],
      label: null,
    }
  }
  const mutual = direction === 'mutual'
  const middle = pointOn(curve, 0.5)
  const label = kind === 'own' ? labelAt(relationship.label || own.word, own.font, middle) : null
  const hasSign = !label && signOf(kind) !== null && spanOf(curve) >= LEAST_FOR_SIGN
  return {
    ...facts,
    path: pathOf(curve, strength, mutual),
    heads:
      headAt(curve.control, curve.end, strength) +
      (mutual ? headAt(curve.control, curve.start, strength) : ''),
    glyph: hasSign ? { kind, ...middle, angle: headingOn(curve, 0.5) } : null,
    confidentialAt: confidential ? confidentialPoint(curve, hasSign || label !== null) : null,
    points: pointsOn(curve),
    label,
  }
}

/** The line without the stretches that its heads take. */
function pathOf(
  { start, control, end, straight }: Curve,
  strength: 1 | 2 | 3,
  mutual: boolean,
): string {
  const back = HEADS[strength].length * HEAD_DEPTH
  const last = towards(end, control, back)
  const first = mutual ? towards(start, control, back) : start
  const bend = straight ? 'L' : `Q${n(control.x)} ${n(control.y)} `
  return `M${n(first.x)} ${n(first.y)}${bend}${n(last.x)} ${n(last.y)}`
}

/** A head with its tip at a line's end. */
function headAt(control: Point, tip: Point, strength: 1 | 2 | 3): string {
  const { length, half } = HEADS[strength]
  const base = towards(tip, control, length)
  const [ax, ay] = [((base.y - tip.y) / length) * half, ((tip.x - base.x) / length) * half]
  return `M${n(tip.x)} ${n(tip.y)}L${n(base.x + ax)} ${n(base.y + ay)}L${n(base.x - ax)} ${n(base.y - ay)}Z`
}

/** In the middle, or beside what stands there already. */
function confidentialPoint(curve: Curve, isTaken: boolean): Point {
  const share = isTaken ? Math.max(0.2, 0.5 - BESIDE / Math.max(spanOf(curve), 1)) : 0.5
  return pointOn(curve, share)
}

function labelAt(word: string, font: number, { x, y }: Point): TieLabel | null {
  const { maxWord } = SIZES.network.tie
  const { lines, width } = wrap(word, { size: font, weight: 400 }, { width: maxWord, lines: 1 })
  const text = lines[0]
  if (!text) return null
  return {
    text,
    x,
    y,
    width,
    height: font * 1.2,
    baseline: y + font * 0.35,
    rtl: isRtl(text),
    size: font,
  }
}
