/** Paper and slides that pictures are made for. */
export const SHEETS = ['16:9', '4:3', 'square', 'A4', 'A3', 'Letter'] as const
export type Sheet = (typeof SHEETS)[number]

export const ORIENTATIONS = ['landscape', 'portrait'] as const
export type Orientation = (typeof ORIENTATIONS)[number]

/** A page in its own units, 120 an inch: 0.6 pt each. A picture of any width in px shows the same page. */
export interface Page {
  readonly width: number
  readonly height: number
}

/** Points a unit: a unit is 1/120 inch. */
export const POINTS_PER_UNIT = 0.6

/** Kept free at the sides and above: more than any usual printer leaves white. */
export const MARGIN = { x: 40, top: 36 } as const

const LYING: Readonly<Record<Sheet, Page>> = {
  // A slide of 13⅓ by 7½ inches, as presentation programs make it.
  '16:9': { width: 1600, height: 900 },
  '4:3': { width: 1200, height: 900 },
  square: { width: 900, height: 900 },
  // ISO 216: 297 × 210 mm and 420 × 297 mm.
  A4: { width: 1403, height: 992 },
  A3: { width: 1984, height: 1403 },
  Letter: { width: 1320, height: 1020 },
}

/** Slides lie, and a square has no other side to stand on. */
export const mayStand = (sheet: Sheet): boolean =>
  sheet === 'A4' || sheet === 'A3' || sheet === 'Letter'

/** The page of a sheet; `orientation` counts for paper alone. */
export function pageOf(sheet: Sheet, orientation: Orientation = 'landscape'): Page {
  const { width, height } = LYING[sheet]
  return orientation === 'portrait' && mayStand(sheet)
    ? { width: height, height: width }
    : { width, height }
}
