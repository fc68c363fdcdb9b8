import type { DotLevel } from '../card.ts'

export type QuadrantName =
  | 'powerful allies'
  | 'powerful opponents'
  | 'allies with little power'
  | 'opponents with little power'

/** The words that a power grid needs, in the user's language. */
export interface PowerWords {
  /** The five usual names of segments, from active allies to active opponents. */
  readonly segments: readonly [string, string, string, string, string]
  /** Headings of the levels of influence. */
  readonly levels: Readonly<Record<DotLevel, string>>
  /** The name of the axis of influence. */
  readonly influence: string
  readonly quadrants: Readonly<Record<QuadrantName, string>>
  /** Writes a number in the user's digits. */
  readonly count: (value: number) => string
}
