import type { RelationshipKind } from '../../domain/records.ts'
import { SIZES } from '../palette.ts'
import { pathNumber as n } from '../pathNumber.ts'

/** The sign in the middle of a tie, turned by `angle` (degrees) so that its x axis runs from → to. */
export interface TieGlyph {
  readonly kind: RelationshipKind
  readonly x: number
  readonly y: number
  readonly angle: number
}

/**
 * How the kinds of ties are told apart without colour: a pattern of dashes (in widths of the line) and a sign.
 * `hollow` signs are outlines, the others are filled.
 */
interface TieStyle {
  readonly dashes: readonly number[]
  readonly sign: 'hollow' | 'filled' | null
}

const STYLES: { readonly [K in RelationshipKind]: TieStyle } = {
  influences: { dashes: [], sign: null },
  trusts: { dashes: [], sign: 'hollow' },
  'works with': { dashes: [14, 5], sign: 'hollow' },
  funds: { dashes: [11, 4, 2.5, 4], sign: 'filled' },
  'reports to': { dashes: [2, 4], sign: 'filled' },
  opposes: { dashes: [6, 4.5], sign: 'filled' },
  // Usually its own word stands there instead.
  own: { dashes: [], sign: 'filled' },
}

const CONFIDENTIAL_DASHES = [5, 3.5]

/** The pattern of dashes of a tie as SVG's `stroke-dasharray`; undefined = an unbroken line. */
export function dashesOf(
  kind: RelationshipKind,
  confidential: boolean,
  width: number,
): string | undefined {
  const dashes = confidential ? CONFIDENTIAL_DASHES : STYLES[kind].dashes
  // Thick lines get longer dashes, but not three times as long: short ties must still show the pattern.
  const stretch = (1 + width) / 2
  return dashes.length ? dashes.map((length) => n(length * stretch)).join(' ') : undefined
}

export const signOf = (kind: RelationshipKind): 'hollow' | 'filled' | null => STYLES[kind].sign

type Shape = readonly (readonly [number, number])[]

const SQUARE: Shape = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
]
const LOZENGE: Shape = [
  [-1.7, 0],
  [0, -1],
  [1.7, 0],
  [0, 1],
]
const CHEVRON: Shape = [
  [-1.1, -1.2],
  [0.1, -1.2],
  [1.3, 0],
  [0.1, 1.2],
  [-1.1, 1.2],
  [0, 0],
]
const BAR: Shape = [
  [-0.35, -1.8],
  [0.35, -1.8],
  [0.35, 1.8],
  [-0.35, 1.8],
]

/** The outline of a tie's sign as SVG path data, `grow` times the usual size. */
export function glyphPath({ kind, x, y, angle }: TieGlyph, grow = 1): string {
  const half = SIZES.network.tie.glyph * grow
  const turn = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn) * half, Math.sin(turn) * half]
  const draw = (shape: Shape) =>
    `M${shape.map(([a, b]) => `${n(x + a * cos - b * sin)} ${n(y + a * sin + b * cos)}`).join('L')}Z`
  switch (kind) {
    case 'trusts':
      return circle(x, y, half)
    case 'works with':
      return draw(SQUARE)
    case 'funds':
      return draw(LOZENGE)
    case 'reports to':
      return draw(CHEVRON)
    case 'opposes':
      return draw(BAR)
    case 'own':
      return circle(x, y, half * 0.8)
    case 'influences':
      return ''
  }
}

const circle = (x: number, y: number, r: number): string =>
  `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 1 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 1 ${n(-2 * r)} 0Z`
