import type { Palette } from '../../palette.ts'

/** How much something matters at the moment: in its usual quiet, lit up, or stepping back for others. */
export type Emphasis = 'quiet' | 'strong' | 'faded'

/** Opacity of what steps back. */
export const FADED = 0.22

/** Confidential ties keep their colour when they matter; they are then known by their width. */
export function tieColour(confidential: boolean, strong: boolean, palette: Palette): string {
  if (confidential) return palette.confidential.strong
  return strong ? palette.ink : palette.quietTie
}
