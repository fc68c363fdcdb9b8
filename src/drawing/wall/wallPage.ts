/** A page of the wall, in units of its own: 1,920 × 1,080 of them fit into any window. */
export interface WallPage {
  readonly width: number
  readonly height: number
}

const LEAST_PAGE = { width: 1920, height: 1080 } as const

/** The least font size in units of the page, for as long as there is any choice. */
export const LEAST_TYPE = 24

/** Kept free at the sides, above and below. */
export const WALL_MARGIN = 32

/** The page that fills a box of CSS px, whatever its shape. */
export function wallPageFor(width: number, height: number): WallPage {
  const unit = Math.min(width / LEAST_PAGE.width, height / LEAST_PAGE.height)
  return unit > 0 ? { width: width / unit, height: height / unit } : LEAST_PAGE
}
