import type { ViewStakeholder } from '../../audience/view.ts'
import { influenceLevel } from '../../domain/influence.ts'
import type { Rect } from '../halfPie.ts'
import type { DotLevel } from '../card.ts'
import { SIZES } from '../palette.ts'
import { isRtl, wrap } from '../wrap.ts'

/** On which side of its dot a name stands. */
export type LabelSide = 'below' | 'above' | 'right' | 'left'

/** A stakeholder's name beside its dot; lengths in world units, counted from the dot's centre. */
export interface DotLabel {
  readonly lines: readonly string[]
  /** The middle of the block of text. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly side: LabelSide
  /** Where each line is anchored, and how, in the words of SVG's `text-anchor`. */
  readonly textX: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Base line of each line of text. */
  readonly baselines: readonly number[]
  readonly bold: boolean
  readonly rtl: boolean
  /** Font size. */
  readonly size: number
}

/** What a stakeholder looks like in the network, wherever it stands. */
export interface DotShape {
  readonly level: DotLevel
  readonly radius: number
  /** To the outside of the ring of somebody confidential. */
  readonly reach: number
  /** Only ever true in a team view. */
  readonly confidential: boolean
  readonly bold: boolean
  readonly rtl: boolean
  readonly lines: readonly string[]
  /** Of the block of text. */
  readonly width: number
  readonly height: number
}

/**
 * `wall`: smaller dots, so that type can be larger; `whole`: likewise, and no name is ever cut; the others cut long
 * names for larger type.
 */
export type DotLook =
  | 'map'
  | 'wall'
  | 'whole'
  | 'wall, two lines'
  | 'wall, one line'
  | 'wall, few letters'

const shapes: Record<DotLook, WeakMap<ViewStakeholder, DotShape>> = {
  map: new WeakMap(),
  wall: new WeakMap(),
  whole: new WeakMap(),
  'wall, two lines': new WeakMap(),
  'wall, one line': new WeakMap(),
  'wall, few letters': new WeakMap(),
}

/** The shape of a stakeholder's dot; an unchanged stakeholder keeps its shape object. */
export function dotShapeOf(stakeholder: ViewStakeholder, look: DotLook = 'map'): DotShape {
  let shape = shapes[look].get(stakeholder)
  if (!shape) shapes[look].set(stakeholder, (shape = makeShape(stakeholder, look)))
  return shape
}

const { label: LABEL, dot: DOT } = SIZES.network
const WALL_DOT = { unknown: 8, low: 9, medium: 12, high: 16 }
const LOOKS = {
  map: { ...LABEL, dot: DOT },
  wall: { ...LABEL, dot: WALL_DOT, maxText: 190 },
  whole: { ...LABEL, dot: WALL_DOT, maxText: 190, maxLines: Infinity },
  'wall, two lines': { ...LABEL, dot: WALL_DOT, maxLines: 2 },
  'wall, one line': { ...LABEL, dot: WALL_DOT, maxLines: 1 },
  'wall, few letters': { ...LABEL, dot: WALL_DOT, oneLine: 90, maxText: 90, maxLines: 1 },
} as const

function makeShape({ name, influence, team }: ViewStakeholder, look: DotLook): DotShape {
  const { ring } = SIZES.network
  const { dot, line } = LOOKS[look]
  const level = influence === null ? 'unknown' : influenceLevel(influence)
  const bold = level === 'high'
  const confidential = team?.confidentiality.level === 'confidential'
  const radius = dot[level]
  const text = wrapName(name, bold, look)
  return {
    level,
    radius,
    reach: radius + (confidential ? ring.gap + ring.width : 0),
    confidential,
    bold,
    rtl: isRtl(name),
    lines: text.lines,
    width: Math.ceil(text.width),
    height: text.lines.length * line,
  }
}

function wrapName(name: string, bold: boolean, look: DotLook) {
  const { font, oneLine, maxText, maxLines } = LOOKS[look]
  const style = { size: font, weight: bold ? 700 : 400 } as const
  const single = wrap(name, style, { width: oneLine, lines: 1 })
  if (single.whole) return single
  return wrap(name, style, { width: maxText, lines: maxLines, least: Math.min(2, maxLines) })
}

/** The space that a name takes on a side of its dot, counted from the dot's centre. */
export function labelRect({ reach, width, height }: DotShape, side: LabelSide): Rect {
  const { gap } = SIZES.network.label
  switch (side) {
    case 'below':
      return { x: -width / 2, y: reach + gap, width, height }
    case 'above':
      return { x: -width / 2, y: -reach - gap - height, width, height }
    case 'right':
      return { x: reach + gap, y: -height / 2, width, height }
    case 'left':
      return { x: -reach - gap - width, y: -height / 2, width, height }
  }
}

/** The name as it is written on a side of its dot. */
export function labelOn(shape: DotShape, side: LabelSide): DotLabel {
  const { font, line } = SIZES.network.label
  const rect = labelRect(shape, side)
  const first = rect.y + line / 2 + font * 0.35
  return {
    lines: shape.lines,
    x: rect.x + rect.width / 2,
    y: rect.y + rect.height / 2,
    width: rect.width,
    height: rect.height,
    side,
    ...anchored(rect, side, shape.rtl),
    baselines: shape.lines.map((_, i) => Math.round((first + i * line) * 10) / 10),
    bold: shape.bold,
    rtl: shape.rtl,
    size: font,
  }
}

/** Beside its dot a name begins or ends at the dot; `start` is the right-hand end of right-to-left text. */
function anchored(rect: Rect, side: LabelSide, rtl: boolean): Pick<DotLabel, 'textX' | 'anchor'> {
  if (side === 'right') return { textX: rect.x, anchor: rtl ? 'end' : 'start' }
  if (side === 'left') return { textX: rect.x + rect.width, anchor: rtl ? 'start' : 'end' }
  return { textX: 0, anchor: 'middle' }
}
