import type { SpectrumScene } from './spectrumScene.ts'
import { textWidth } from './measure.ts'
import { drawable, isRtl, wrap } from './wrap.ts'

export const LEGEND_FONT = 16
export const STAMP_FONT = 16
export const STAMP_HEIGHT = 32

/** The legend's words, in the user's language. */
export interface LegendWords {
  readonly influence: string
  readonly low: string
  readonly medium: string
  readonly high: string
  readonly notSaid: string
  /** Of the dashed arrow: where we want a stakeholder to be. */
  readonly target: string
  readonly confidential: string
}

export type LegendSign = 'none' | 'low' | 'medium' | 'high' | 'unknown' | 'target' | 'confidential'

export interface LegendEntry {
  readonly sign: LegendSign
  readonly text: string
  readonly x: number
  readonly textX: number
  readonly rtl: boolean
}

export interface Stamp {
  readonly text: string
  readonly width: number
}

const SIGN_WIDTH: Record<LegendSign, number> = {
  none: 0,
  low: 22,
  medium: 22,
  high: 23,
  unknown: 22,
  target: 42,
  confidential: 38,
}

/** The legend of a scene in one row: only signs that occur in it, so that nothing hints at what is not there. */
export function legendOf(scene: SpectrumScene, words: LegendWords): LegendEntry[] {
  const wanted: { sign: LegendSign; text: string; gap: number }[] = []
  const levels = new Set(scene.cards.map(({ shape }) => shape.influence))
  if (levels.has('low') || levels.has('medium') || levels.has('high')) {
    wanted.push(
      { sign: 'none', text: words.influence, gap: 12 },
      { sign: 'low', text: words.low, gap: 16 },
      { sign: 'medium', text: words.medium, gap: 16 },
      { sign: 'high', text: words.high, gap: levels.has('unknown') ? 16 : 34 },
    )
    if (levels.has('unknown')) wanted.push({ sign: 'unknown', text: words.notSaid, gap: 34 })
  } else if (levels.has('unknown')) {
    wanted.push(
      { sign: 'none', text: words.influence, gap: 12 },
      { sign: 'unknown', text: words.notSaid, gap: 34 },
    )
  }
  if (scene.arrows.length) wanted.push({ sign: 'target', text: words.target, gap: 34 })
  if (scene.cards.some(({ shape }) => shape.confidential)) {
    wanted.push({ sign: 'confidential', text: words.confidential, gap: 34 })
  }
  let x = 0
  return wanted.map(({ sign, text, gap }) => {
    const clean = drawable(text)
    const textX = x + SIGN_WIDTH[sign]
    const entry = { sign, text: clean, x, textX, rtl: isRtl(clean) }
    const weight = sign === 'high' ? 700 : 400
    x = Math.round(textX + textWidth(clean, { size: LEGEND_FONT, weight }) + gap)
    return entry
  })
}

/** The stamp that says whom a picture is for. */
export function stampOf(text: string): Stamp {
  const { lines, width } = wrap(text, { size: STAMP_FONT, weight: 700 }, { width: 520, lines: 1 })
  return { text: lines[0] ?? '', width: Math.round(width + 28) }
}
