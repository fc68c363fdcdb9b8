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

const shapes = new WeakMap<ViewStakeholder, CardShape>()

/** The shape of a stakeholder's card; an unchanged stakeholder keeps its shape object. */
export function cardFor(stakeholder: ViewStakeholder): CardShape {
  let shape = shapes.get(stakeholder)
  if (!shape) shapes.set(stakeholder, (shape = makeCard(stakeholder)))
  return shape
}

function makeCard({ name, influence, team }: ViewStakeholder): CardShape {
  const { font, line, padX, padY, dotSlot, dotGap } = SIZES.card
  const level = influence === null ? 'unknown' : influenceLevel(influence)
  const bold = level === 'high'
  const text = wrapName(name, bold)
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

function wrapName(name: string, bold: boolean) {
  const { font, oneLine, maxText, maxLines } = SIZES.card
  const style = { size: font, weight: bold ? 700 : 400 } as const
  const single = wrap(name, style, { width: oneLine, lines: 1 })
  if (single.whole) return single.lines.length ? single : { ...single, lines: [''] }
  return wrap(name, style, { width: maxText, lines: maxLines, least: 2 })
}
