import { foldWord } from '../stakeholderColumns.ts'
import type { PlanChange } from './plan.ts'

export type Strength = 1 | 2 | 3

const WORDS: ReadonlyMap<string, Strength> = new Map([
  ['weak', 1],
  ['medium', 2],
  ['strong', 3],
])

/** An unsaid strength. */
const USUAL: Strength = 2

/**
 * How the strengths of a file are read. Whole or not, numbers from 1 to 3 stand for themselves; when the
 * file goes beyond, each third of its range from lowest to highest is one of ours. `strengthOf` gives null
 * for what is neither a number nor weak, medium or strong.
 */
export function readStrengths(cells: readonly string[]): {
  readonly strengthOf: (cell: string) => Strength | null
  readonly change: Extract<PlanChange, { code: 'strength in thirds' }> | null
} {
  let lowest = Infinity
  let highest = -Infinity
  let count = 0
  for (const cell of cells) {
    const number = numberIn(cell)
    if (number === null) continue
    lowest = Math.min(lowest, number)
    highest = Math.max(highest, number)
    count++
  }
  const isOurs = count === 0 || (lowest >= 1 && highest <= 3)
  const inThirds = (number: number): Strength => {
    if (lowest === highest) return USUAL
    const part = (number - lowest) / (highest - lowest)
    if (part < 1 / 3) return 1
    return part < 2 / 3 ? 2 : 3
  }
  return {
    strengthOf: (cell) => {
      const word = foldWord(cell)
      if (word === '') return USUAL
      const number = numberIn(cell)
      if (number === null) return WORDS.get(word) ?? null
      return isOurs ? nearest(number) : inThirds(number)
    },
    change: isOurs ? null : { code: 'strength in thirds', count, lowest, highest },
  }
}

function nearest(number: number): Strength {
  if (number < 1.5) return 1
  return number < 2.5 ? 2 : 3
}

/** A decimal number, with a point or a comma, also as `1E2`. */
function numberIn(cell: string): number | null {
  const text = cell.trim().replace('\u2212', '-').replace(',', '.')
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/iu.test(text)) return null
  const number = Number(text)
  return Number.isFinite(number) ? number : null
}
