import type { SceneWords } from '../spectrumScene.ts'

/** What a group decides on a worksheet, in the order of the method. */
export const WORKSHEET_FIELDS = ['appeal', 'tactic', 'request', 'who', 'when'] as const
export type WorksheetField = (typeof WORKSHEET_FIELDS)[number]

/** The words of hand-outs to be written on, in the reader's language. */
export interface HandoutWords {
  readonly spectrum: SceneWords
  /** As the map calls its segments, from active allies to active opponents. */
  readonly segments: readonly string[]
  /** How a blank half-pie is filled. */
  readonly fillIn: string
  /** Headings of the lines under a half-pie that leaves room for them. */
  readonly notPlaced: string
  readonly findOut: string
  /** In front of the name that a group writes itself. */
  readonly stakeholder: string
  readonly now: string
  readonly nextStep: string
  /** Where we want a stakeholder to be in the end. */
  readonly target: string
  /** How a worksheet for somebody yet to be chosen is begun. */
  readonly markIt: string
  readonly fields: Readonly<Record<WorksheetField, string>>
}
