import type { ViewStakeholder } from '../audience/view.ts'
import { influenceLevel, type InfluenceLevel } from '../domain/influence.ts'
import { SIZES } from './palette.ts'
import { isRtl, wrap } from './wrap.ts'

/** The level that a dot shows; `unknown` while nobody has said. */
export type DotLevel = InfluenceLevel | 'unknown'

/** What a stakeholder's card looks like, wherever it stands; lengths in px, counted from the card's centre. */
export interface CardShape {
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
  readonly bold: boolean
  readonly influence: DotLevel
  readonly dotRadius: number
  readonly dotX: number
  /** Where the lines begin: their right-hand end when `rtl`. */
  readonly textX: number
  /** Base line of each line of text. */
  readonly baselines: readonly number[]
  readonly rtl: boolean
  /** The name was too long and ends in an ellipsis. */
  readonly cut: boolean
  /** Only ever true in a team view. */
  readonly confidential: boolean
}

/**
 * `wall`: less paper around the name, so that type can be larger; `whole`: likewise, and no name is ever cut; the others
 * cut long names for larger type.
 */
export type CardLook =
  | 'map'
  | 'wall'
  | 'whole'
  | 'wall, two lines'
  | 'wall, short lines'
  | 'wall, one line'
  | 'wall, short line'
  | 'wall, few letters'

const shapes: Record<CardLook, WeakMap<ViewStakeholder, CardShape>> = {
  map: new WeakMap(),
  wall: new WeakMap(),
  whole: new WeakMap(),
  'wall, two lines': new WeakMap(),
  'wall, short lines': new WeakMap(),
  'wall, one line': new WeakMap(),
  'wall, short line': new WeakMap(),
  'wall, few letters': new WeakMap(),
}

/** The shape of a stakeholder's card; an unchanged stakeholder keeps its shape object. */
export function cardFor(stakeholder: ViewStakeholder, look: CardLook = 'map'): CardShape {
  let shape = shapes[look].get(stakeholder)
  if (!shape) shapes[look].set(stakeholder, (shape = makeCard(stakeholder, look)))
  return shape
}

function makeCard({ name, influence, team }: ViewStakeholder, look: CardLook): CardShape {
  const { font, line, padX, padY, dotSlot, dotGap } = LOOKS[look]
  const level = influence === null ? 'unknown' : influenceLevel(influence)
  const bold = level === 'high'
  const text = wrapName(name, bold, look)
  const rtl = isRtl(name)
  // Whole even pixels: edges stay crisp, and names of nearly the same width make equal cards.
  const width = 2 * Math.ceil((2 * padX + dotSlot + dotGap + text.width) / 2 + 0.5)
  const height = text.lines.length * line + 2 * padY
  const side = rtl ? -1 : 1
  const first = -height / 2 + padY + line / 2 + font * 0.35
  return {
    width,
    height,
    lines: text.lines,
    bold,
    influence: level,
    dotRadius: SIZES.dot[level],
    dotX: side * (-width / 2 + padX - 1 + dotSlot / 2),
    textX: side * (-width / 2 + padX + dotSlot + dotGap),
    baselines: text.lines.map((_, i) => Math.round((first + i * line) * 10) / 10),
    rtl,
    cut: !text.whole,
    confidential: team?.confidentiality.level === 'confidential',
  }
}

const WALL_CARD = { ...SIZES.card, ...SIZES.wallCard }
const LOOKS = {
  map: SIZES.card,
  wall: WALL_CARD,
  whole: { ...WALL_CARD, maxLines: Infinity },
  'wall, two lines': { ...WALL_CARD, maxLines: 2 },
  'wall, short lines': { ...WALL_CARD, maxText: 100, maxLines: 2 },
  'wall, one line': { ...WALL_CARD, oneLine: WALL_CARD.maxText, maxLines: 1 },
  'wall, short line': { ...WALL_CARD, oneLine: 100, maxText: 100, maxLines: 1 },
  'wall, few letters': { ...WALL_CARD, oneLine: 40, maxText: 40, maxLines: 1 },
} as const

function wrapName(name: string, bold: boolean, look: CardLook) {
  const { font, oneLine, maxText, maxLines } = LOOKS[look]
  const style = { size: font, weight: bold ? 700 : 400 } as const
  const single = wrap(name, style, { width: oneLine, lines: 1 })
  if (single.whole) return single.lines.length ? single : { ...single, lines: [''] }
  return wrap(name, style, { width: maxText, lines: maxLines, least: Math.min(2, maxLines) })
}
